import type { ChangePromise } from '#app/domain/policy/change-promise.ts';
import { useText } from '#app/i18n/react.tsx';
import { Table } from '../ui/table.tsx';
import { PromiseText } from './promise-text.tsx';

interface PromiseTableProps {
  readonly promises: readonly ChangePromise[];
  readonly caption: string;
  readonly doubts?: boolean;
}

/** What the policy promises when it changes, by territory; everywhere else comes last. */
export function PromiseTable(props: PromiseTableProps) {
  const t = useText('portal');
  const legal = useText('legal');
  const rows = props.promises.toSorted(
    (a, b) => Number(a.jurisdiction === null) - Number(b.jurisdiction === null),
  );
  return (
    <Table
      caption={props.caption}
      captionHidden
      rows={rows}
      rowKey={({ jurisdiction }) => jurisdiction ?? '*'}
      columns={[
        {
          key: 'where',
          heading: t('policy.changes.where'),
          cell: ({ jurisdiction }) =>
            jurisdiction ? legal(`jurisdictions.${jurisdiction}`) : t('policy.changes.elsewhere'),
        },
        {
          key: 'what',
          heading: t('policy.changes.what'),
          cell: (promise) => <PromiseText promise={promise} doubts={props.doubts ?? false} />,
        },
      ]}
    />
  );
}
