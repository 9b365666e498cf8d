import { useFormats, useText } from '#app/i18n/react.tsx';

type Data = Readonly<Record<string, unknown>>;

/** The key of the general name of a kind of entry, below `officer.json`. */
export function entryKey(kind: string): string {
  return NAMED.has(kind) ? `entry.${kind.replaceAll('.', '_')}` : 'entry.other';
}

/** Says an entry of the log in words: the event for a move of an item, else its kind with its date. */
export function useEntryText(): (kind: string, data: Data) => string {
  const t = useText('officer');
  const format = useFormats();
  return (kind, data) => {
    if (kind === 'item.event') return t(`event.${String(data.event)}`);
    if (kind === 'clock.event')
      return t('entry.clock_event_of', { event: t(`clockEvent.${String(data.event)}`) });
    if (kind === 'deadline.changed') {
      const [before, after] = [data.dueBefore ?? data.steerBefore, data.dueAfter ?? data.steerAfter];
      if (typeof before === 'string' && typeof after === 'string' && before !== after)
        return t('entry.deadline_changed_from', { before: format.date(before), after: format.date(after) });
    }
    if (kind !== 'deadline.computed') return t(entryKey(kind));
    return typeof data.due === 'string'
      ? t('entry.deadline_computed_for', { date: format.date(data.due) })
      : t('entry.deadline_none');
  };
}

/** The kinds that have a name of their own; a test holds this against the log's own list. */
export const NAMED: ReadonlySet<string> = new Set([
  'request.filed',
  'item.event',
  'deadline.computed',
  'deadline.changed',
  'clock.event',
  'residence.corrected',
  'code.issued',
  'code.refused',
  'session.opened',
  'session.revoked',
  'identity.proven',
  'identity.real_name_checked',
  'identity.refused',
  'authority.recorded',
  'contact.changed',
  'contact.verified',
  'rows.viewed',
  'attachment.opened',
  'message.recorded',
  'attachment.added',
  'attachment.purged',
  'collection.started',
  'collection.finished',
  'collection.reviewed',
  'match.decided',
  'withholding.recorded',
  'withholding.lifted',
  'package.built',
  'package.failed',
  'package.delivered',
  'package.downloaded',
  'package.purged',
  'transfer.wished',
  'transfer.withdrawn',
  'transfer.released',
  'transfer.attempted',
  'transfer.ruled_out',
  'approval.asked',
  'approval.decided',
  'execution.recorded',
  'decision.recorded',
  'request.assigned',
  'case.opened',
  'request.purged',
  'person.signed_in',
  'person.sign_in_failed',
  'person.signed_out',
  'person.created',
  'person.changed',
  'settings.changed',
  'mail.sent',
  'mail.gave_up',
  'outbox.purged',
  'agent.asked',
  'agent.answered',
  'appeal.filed',
  'fee.announced',
  'fee.answered',
  'instructions.recorded',
  'instructions.proven',
  'instructions.revoked',
  'instructions.activated',
  'minor.discovered',
  'request.redirected',
  'policy.published',
  'policy.notified',
  'policy.answered',
  'policy.measure_recorded',
  'policy.exported',
  'policy.purged',
]);
