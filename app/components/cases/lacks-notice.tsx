import type { Requirement } from '#app/domain/lifecycle/transitions.ts';
import { useText } from '#app/i18n/react.tsx';
import { Notice } from '../ui/notice.tsx';

/** What must be on record before an item can be fulfilled, and is not yet. */
export function LacksNotice({ lacks }: { lacks: readonly Requirement[] }) {
  const t = useText('officer');
  if (lacks.length === 0) return null;
  return (
    <Notice tone="warning" title={t('lacks.title')}>
      <ul>
        {lacks.map((need) => (
          <li key={need}>{t(`lacks.${need}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}
