import { useText } from '#app/i18n/react.tsx';

/** A law by the pack that describes it, and by its own name in a language of its place. */
export interface NamedLaw {
  readonly pack: string;
  readonly name: string;
}

interface LawNameProps {
  readonly kind: 'law' | 'policy' | 'not_described';
  readonly law: NamedLaw | null;
}

/** Which law applies, in the reader's language, with its own name below; or what applies where none is described. */
export function LawName({ kind, law }: LawNameProps) {
  const t = useText('portal');
  const legal = useText('legal');
  if (kind === 'policy') return t('filing.rights.policy');
  if (!law) return t('filing.rights.notDescribed.title');
  const here = legal(`packs.${law.pack}.name`);
  return (
    <>
      <bdi className="block">{here}</bdi>
      {law.name !== here && <bdi className="block text-ink-soft text-sm">{law.name}</bdi>}
    </>
  );
}
