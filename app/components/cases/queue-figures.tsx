import { useFormats, useText } from '#app/i18n/react.tsx';
import type { Translate } from '#app/i18n/text.ts';
import type { QueueFigures } from '#app/services/cases/queue-figures.ts';
import { BarChart, Figure } from '../ui/bar-chart.tsx';
import { ShareRing } from './share-ring.tsx';
import { WeekColumns } from './week-columns.tsx';

/** The desk in pictures; each says the same in words. */
export function QueuePictures({ figures }: { figures: QueueFigures }) {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  const weeks = figures.weeks.map(({ week, requests }) => ({
    key: String(week),
    label: weekName(week, t),
    value: requests,
    text: format.number(requests),
    late: week === 'late',
  }));
  const rights = figures.rights.slice(0, 6).map(({ right, items }) => ({
    key: right,
    label: legal(`rights.${right}.name`),
    value: items,
    text: format.number(items),
  }));
  const total = figures.decided.inTime + figures.decided.late;
  return (
    <div className="grid gap-x-10 md:grid-cols-2 lg:grid-cols-[3fr_3fr_2fr]">
      <Figure caption={t('figures.weeks')}>
        <WeekColumns columns={weeks} />
      </Figure>
      <Figure caption={t('figures.rights')}>
        {rights.length > 0 ? (
          <BarChart bars={rights} />
        ) : (
          <p className="text-ink-soft">{t('figures.noneOpen')}</p>
        )}
      </Figure>
      <Figure caption={t('figures.inTime')}>
        {total > 0 ? (
          <ShareRing
            share={figures.decided.inTime / total}
            text={format.percent(figures.decided.inTime / total)}
            label={t('figures.inTimeOf', { inTime: format.number(figures.decided.inTime), count: total })}
          />
        ) : (
          <p className="text-ink-soft">{t('figures.noneDecided')}</p>
        )}
      </Figure>
    </div>
  );
}

function weekName(week: number | 'late', t: Translate): string {
  if (week === 'late') return t('figures.lateShort');
  return week === 0 ? t('figures.thisWeek') : t('figures.week', { count: week });
}
