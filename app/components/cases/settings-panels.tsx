import { useFormats, useText } from '#app/i18n/react.tsx';
import type { DeskSettings } from '#app/services/organisation/desk-settings.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from './panel.tsx';

/** Days on which the organisation is closed although the calendar says it works. */
export function ClosuresPanel({ closures, acting }: { closures: DeskSettings['closures']; acting: boolean }) {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  return (
    <Panel id="closures" title={t('settings.closures')}>
      <p className="text-ink-soft">{t('settings.closuresLead')}</p>
      {closures.length === 0 && <p className="mt-3">{t('settings.noClosures')}</p>}
      <ul className="mt-3 grid gap-2">
        {closures.map(({ id, calendar, day, reason }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4">
            <span>
              <time dateTime={day}>{format.weekday(day)}</time>, {legal(`calendars.${calendar}`)}:{' '}
              <bdi>{reason}</bdi>
            </span>
            {acting && (
              <Remove
                fields={{ closure: id }}
                about={`${format.date(day)} ${legal(`calendars.${calendar}`)}`}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Days within which work is steered where the law gives no number. */
export function TargetsPanel({ targets, acting }: { targets: DeskSettings['targets']; acting: boolean }) {
  const t = useText('officer');
  const legal = useText('legal');
  return (
    <Panel id="targets" title={t('settings.targets')}>
      <p className="text-ink-soft">{t('settings.targetsLead')}</p>
      {targets.length === 0 && <p className="mt-3">{t('settings.noTargets')}</p>}
      <ul className="mt-3 grid gap-2">
        {targets.map(({ jurisdiction, right, calendarDays }) => {
          const place = legal(`jurisdictions.${jurisdiction}`);
          const name = legal(`rights.${right}.name`);
          return (
            <li
              key={`${jurisdiction} ${right}`}
              className="flex flex-wrap items-center justify-between gap-x-4"
            >
              <span>
                <bdi>{place}</bdi>: {t('settings.targetLine', { right: name, count: calendarDays })}
              </span>
              {acting && <Remove fields={{ jurisdiction, right }} about={`${place} ${name}`} />}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function Remove({ fields, about }: { fields: Readonly<Record<string, string>>; about: string }) {
  const t = useText('officer');
  return (
    <form method="post" action="/officer/settings/remove">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button look="link">
        {t('settings.remove')}
        <span className="sr-only"> {about}</span>
      </Button>
    </form>
  );
}
