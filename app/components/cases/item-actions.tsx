import type { LifecycleEvent } from '#app/domain/lifecycle/transitions.ts';
import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { ItemView } from '#app/services/cases/read-case-items.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { isOpenToFulfil, mayBuild, mayDeliver } from './next-steps.ts';

interface ItemActionsProps {
  readonly reference: string;
  readonly item: ItemView;
  /** Whether what was found has been reviewed. */
  readonly reviewed: boolean;
}

/**
 * What can be done with an item now. Every button comes from the table of transitions (`item.events`), so that the page
 * cannot offer what the engine refuses.
 */
export function ItemActions({ reference, item, reviewed }: ItemActionsProps) {
  const t = useText('officer');
  const may = (event: LifecycleEvent) => item.events.includes(event);
  const to = (...parts: string[]) => casePath(reference, ...parts, item.id);
  const links = [
    may('clarification_requested') && { key: 'question', href: to('question') },
    may('clarification_received') && { key: 'answer', href: casePath(reference, 'answer') },
    may('extended') && item.extension.lawful && { key: 'extend', href: to('extend') },
    item.secondPerson &&
      isOpenToFulfil(item) &&
      item.approval?.outcome !== 'approved' && { key: 'approval', href: to('approval') },
    !item.packaged && isOpenToFulfil(item) && { key: 'execution', href: to('execution') },
    mayDeliver(item) && { key: 'deliver', href: to('deliver') },
    may('fulfilled') && { key: 'fulfilled', href: `${to('decide')}?outcome=fulfilled` },
    may('partly_fulfilled') && { key: 'partly-fulfilled', href: `${to('decide')}?outcome=partly-fulfilled` },
    may('refused') && { key: 'refused', href: `${to('decide')}?outcome=refused` },
  ].filter((link) => link !== false);
  const steps = [
    ...(mayBuild(item, reviewed) ? [{ key: 'build', action: to('build') }] : []),
    ...(['review_started', 'returned_to_work'] as const)
      .filter(may)
      .map((key) => ({ key, action: to('review') })),
  ];
  if (links.length + steps.length === 0) return null;
  return (
    <div className="mt-4 border-line border-t pt-4">
      <div className="flex flex-wrap gap-2">
        {links.map(({ key, href }) => (
          <ButtonLink key={key} href={href} look="secondary">
            {t(`action.${key}`)}
          </ButtonLink>
        ))}
        {steps.map(({ key, action }) => (
          <form key={key} method="post" action={action}>
            <Button look="secondary" name="event" value={key}>
              {t(`action.${key}`)}
            </Button>
          </form>
        ))}
      </div>
      {may('extended') && !item.extension.lawful && <WhyNotExtended item={item} />}
    </div>
  );
}

function WhyNotExtended({ item }: { item: ItemView }) {
  const t = useText('officer');
  const format = useFormats();
  const { extension } = item;
  if (extension.lawful) return null;
  const by = extension.noticeBy;
  const zone = item.deadline?.timezone ?? 'UTC';
  const date = by && (by.includes('T') ? format.dateTime(by, zone) : format.date(by));
  return (
    <p className="mt-3 text-ink-soft">
      {extension.reason === 'too_late' && date
        ? t('extension.tooLate', { date })
        : t('extension.notProvided')}
    </p>
  );
}
