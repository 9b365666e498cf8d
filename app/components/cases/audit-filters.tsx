import { useText } from '#app/i18n/react.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { entryKey } from './entry-text.ts';

interface AuditFiltersProps {
  readonly kinds: readonly string[];
  readonly kind: string | null;
  readonly actorKind: string | null;
  readonly reference: string | null;
}

const ACTORS = ['officer', 'subject', 'system', 'anonymous'];

/** Narrows the log; a reference is no personal data, so it may stand in the address. */
export function AuditFilters({ kinds, kind, actorKind, reference }: AuditFiltersProps) {
  const t = useText('officer');
  return (
    <form method="get" className="mt-6 flex flex-wrap items-end gap-x-4 gap-y-3 *:mt-0">
      <Select
        label={t('audit.kind')}
        name="kind"
        placeholder={t('queue.filter.any')}
        defaultValue={kind ?? undefined}
        options={kinds.map((value) => ({ value, label: t(entryKey(value)) }))}
      />
      <Select
        label={t('audit.actor')}
        name="actor"
        placeholder={t('queue.filter.any')}
        defaultValue={actorKind ?? undefined}
        options={ACTORS.map((value) => ({ value, label: t(`actor.${value}`) }))}
      />
      <TextField
        label={t('audit.reference')}
        name="reference"
        width={20}
        dir="ltr"
        defaultValue={reference ?? undefined}
      />
      <Button look="secondary">{t('queue.filter.apply')}</Button>
    </form>
  );
}
