import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { CollectionView, SourceView } from '#app/services/cases/read-case-collection.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { Candidates } from './candidates.tsx';
import { Panel } from './panel.tsx';
import { WithheldList } from './withheld-list.tsx';

interface CollectionPanelProps {
  readonly reference: string;
  readonly collection: CollectionView | null;
  readonly names: Readonly<Record<string, string>>;
  readonly acting: boolean;
  /** Whether an item is at work, so that data may be collected for it. */
  readonly mayStart: boolean;
}

/** What was found about the subject, source by source, with its progress, its review and what is withheld. */
export function CollectionPanel({ reference, collection, names, acting, mayStart }: CollectionPanelProps) {
  const t = useText('officer');
  const start = acting && mayStart && !collection?.moving && (
    <form method="post" action={casePath(reference, 'collect')} className="mt-4">
      <Button look={collection ? 'secondary' : 'primary'}>
        {t(collection ? 'action.collectAgain' : 'action.collect')}
      </Button>
    </form>
  );
  return (
    <Panel
      id="collection"
      title={t('collection.heading')}
      aside={collection && <RunTag collection={collection} />}
    >
      {collection ? (
        <Found {...{ reference, collection, names, acting }} />
      ) : (
        <p className="text-ink-soft">{t(mayStart ? 'collection.none' : 'collection.notYet')}</p>
      )}
      {start}
    </Panel>
  );
}

const RUN_TONES = {
  queued: 'info',
  running: 'info',
  'ambiguous-match': 'warning',
  collected: 'success',
  failed: 'danger',
} as const;

function RunTag({ collection }: { collection: CollectionView }) {
  const t = useText('officer');
  return <Tag tone={RUN_TONES[collection.status]}>{t(`collection.status.${collection.status}`)}</Tag>;
}

type FoundProps = Omit<CollectionPanelProps, 'collection' | 'mayStart'> & {
  readonly collection: CollectionView;
};

function Found({ reference, collection, names, acting }: FoundProps) {
  const t = useText('officer');
  const format = useFormats();
  const { sources, done, rows } = collection;
  return (
    <>
      {collection.moving && (
        <Progress
          id="collection-progress"
          label={t('collection.progress')}
          value={done}
          max={Math.max(sources.length, 1)}
          text={t('collection.progressText', {
            done: format.number(done),
            count: sources.length,
            rows: format.number(rows),
          })}
        />
      )}
      {collection.failure && (
        <Notice tone="danger" title={t('collection.failed')}>
          <p>
            <code dir="ltr">{collection.failure}</code>
          </p>
        </Notice>
      )}
      {collection.candidates.length > 0 && (
        <Candidates reference={reference} candidates={collection.candidates} acting={acting} />
      )}
      <Sources reference={reference} sources={sources} acting={acting} />
      <WithheldList
        reference={reference}
        withholdings={collection.withholdings}
        names={names}
        acting={acting}
      />
      {collection.reviewedAt ? (
        <p className="mt-3">
          <Tag tone="success">{t('collection.reviewed')}</Tag>{' '}
          {t('collection.reviewedBy', {
            name: names[collection.reviewedBy ?? ''] ?? t('people.gone'),
            date: format.dateTime(collection.reviewedAt, 'UTC'),
          })}
        </p>
      ) : (
        acting &&
        collection.status === 'collected' && (
          <p className="mt-4">
            <ButtonLink href={casePath(reference, 'reviewed')}>{t('action.reviewed')}</ButtonLink>
          </p>
        )
      )}
    </>
  );
}

const SOURCE_TONES = {
  waiting: 'neutral',
  reading: 'info',
  read: 'success',
  failed: 'danger',
  manual: 'warning',
} as const;

function Sources(props: { reference: string; sources: readonly SourceView[]; acting: boolean }) {
  const { reference, sources, acting } = props;
  const t = useText('officer');
  const format = useFormats();
  return (
    <Table
      caption={t('collection.sources')}
      captionHidden
      empty={t('collection.noSources')}
      rows={sources}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'source',
          heading: t('collection.column.source'),
          cell: ({ id, dataset, collection, readable, rows }) => {
            const name = <bdi className="break-words">{`${dataset}/${collection}`}</bdi>;
            return readable && rows > 0 ? <a href={casePath(reference, 'rows', id)}>{name}</a> : name;
          },
        },
        {
          key: 'status',
          heading: t('collection.column.status'),
          cell: ({ id, status, failure }) => (
            <>
              <Tag tone={SOURCE_TONES[status]}>{t(`collection.source.${status}`)}</Tag>
              {acting && status === 'manual' && (
                <ButtonLink look="link" href={casePath(reference, 'supply', id)}>
                  {t('action.supply')}
                </ButtonLink>
              )}
              {failure && (
                <code dir="ltr" className="block text-sm">
                  {failure}
                </code>
              )}
            </>
          ),
        },
        {
          key: 'rows',
          heading: t('collection.column.rows'),
          figures: true,
          cell: ({ rows }) => format.number(rows),
        },
        {
          key: 'bytes',
          heading: t('collection.column.size'),
          figures: true,
          cell: ({ bytes }) => format.bytes(bytes),
        },
        {
          key: 'third',
          heading: t('collection.column.others'),
          figures: true,
          cell: ({ thirdPartyRows }) =>
            thirdPartyRows > 0 ? <Tag tone="warning">{format.number(thirdPartyRows)}</Tag> : format.number(0),
        },
      ]}
    />
  );
}
