import type { Instruction } from '#app/domain/instructions/instruction.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { SummaryList } from '../ui/summary-list.tsx';

/** One wording of instructions in words; shown to who gave them and to the desk. */
export function InstructionSummary({ instruction }: { instruction: Instruction }) {
  const t = useText('portal');
  const format = useFormats();
  const { scope, processing, wish, words, designee } = instruction;
  const named = format.list(processing.map((one) => t(`details.access.about.choices.${one}`)));
  const rows = [
    {
      key: 'wish',
      term: t('addenda.instructions.wish.label'),
      value: t(`addenda.instructions.wish.choices.${wish}.label`),
    },
    {
      key: 'scope',
      term: t('addenda.instructions.scope.label'),
      value: scope === 'general' ? t('addenda.instructions.scope.choices.general.label') : named,
    },
    ...(words
      ? [
          {
            key: 'words',
            term: t('addenda.instructions.words.label'),
            value: (
              <span dir="auto" className="whitespace-pre-line">
                {words}
              </span>
            ),
          },
        ]
      : []),
    {
      key: 'designee',
      term: t('addenda.instructions.designee.legend'),
      value: designee ? (
        <>
          <bdi className="block">{designee.name}</bdi>
          <bdi className="block">{designee.contact}</bdi>
        </>
      ) : (
        t('addenda.instructions.designee.none')
      ),
    },
  ];
  return <SummaryList rows={rows} />;
}
