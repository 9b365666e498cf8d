import { useFormats, useText } from '#app/i18n/react.tsx';
import type { CaseView, TimelineView } from '#app/services/cases/read-case.ts';
import { Details } from '../ui/details.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { useEntryText } from './entry-text.ts';
import { Panel } from './panel.tsx';

/** The newest entries shown at once; the rest is one click away. */
const SHOWN = 8;
const LOOK = 'case.opened';

/** What happened, from the audit log, newest first; who merely looked stands apart, or it would bury the rest. */
export function CaseTimeline({ found, names }: { found: CaseView; names: Readonly<Record<string, string>> }) {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  const say = useEntryText();
  const rights = new Map(found.items.map(({ id, right }) => [id, legal(`rights.${right}.name`)]));
  const rightOf = (itemId: string | null) =>
    [rights.get(itemId ?? '')].filter((right) => right !== undefined);
  const toEntry = (entry: TimelineView) => ({
    key: String(entry.id),
    title: say(entry.kind, entry.data),
    when: format.dateTime(entry.at, 'UTC'),
    dateTime: entry.at,
    detail: [...rightOf(entry.itemId), actorName(entry)].join(' · '),
  });
  const actorName = ({ actorKind, actorId }: TimelineView) =>
    actorKind === 'officer' ? (names[actorId ?? ''] ?? t('people.gone')) : t(`actor.${actorKind}`);
  const all = [...found.timeline].reverse();
  const newest = all.filter(({ kind }) => kind !== LOOK);
  const looks = all.filter(({ kind }) => kind === LOOK);
  const older = newest.slice(SHOWN);
  return (
    <Panel id="timeline" title={t('timeline.heading')}>
      <Timeline entries={newest.slice(0, SHOWN).map(toEntry)} />
      {older.length > 0 && (
        <Details summary={t('timeline.older', { count: older.length })}>
          <Timeline entries={older.map(toEntry)} />
        </Details>
      )}
      {looks.length > 0 && (
        <Details summary={t('timeline.looks', { count: looks.length })}>
          <Timeline entries={looks.map(toEntry)} />
        </Details>
      )}
    </Panel>
  );
}
