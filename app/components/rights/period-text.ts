import { isCounted, type Period } from '#app/domain/rules/period.ts';
import type { Extension } from '#app/domain/rules/right-rule.ts';
import { useText } from '#app/i18n/react.tsx';

/** Writes a length of time in the law's words: "1 month", and "without delay" where the law gives no number. */
export function usePeriodText(): (period: Period) => string {
  const legal = useText('legal');
  return (period) =>
    isCounted(period)
      ? legal(`periods.${period.unit}`, { count: period.amount })
      : legal(`units.${period.unit}`);
}

/** Writes by how much an answer may be put off: "by 2 months", "without a maximum". */
export function useExtensionText(): (extension: Extension) => string {
  const t = useText('explorer');
  const period = usePeriodText();
  return ({ by, times }) =>
    by ? t(times === 1 ? 'extension.once' : 'extension.twice', { period: period(by) }) : t('extension.open');
}
