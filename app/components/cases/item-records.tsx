import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { ExecutionView, ItemView, PackageView } from '#app/services/cases/read-case-items.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { Words } from './decision-panel.tsx';

interface ItemRecordsProps {
  readonly reference: string;
  readonly item: ItemView;
  readonly names: Readonly<Record<string, string>>;
}

/** What is on record for an item: approval, execution, package. */
export function ItemRecords({ reference, item, names }: ItemRecordsProps) {
  const t = useText('officer');
  const { approval } = item;
  return (
    <>
      {approval && (
        <div className="mt-3">
          <h3 className="font-semibold">
            {t('approval.heading')}{' '}
            <Tag
              tone={
                approval.outcome === 'approved'
                  ? 'success'
                  : approval.outcome === 'declined'
                    ? 'danger'
                    : 'warning'
              }
            >
              {t(`approval.outcome.${approval.outcome ?? 'waiting'}`)}
            </Tag>
          </h3>
          <p className="text-ink-soft text-sm">
            {t('approval.askedBy', { name: names[approval.askedBy] ?? t('people.gone') })}
            {approval.decidedBy &&
              ` ${t('approval.decidedBy', { name: names[approval.decidedBy] ?? t('people.gone') })}`}
          </p>
          <Words text={approval.plan} />
          {approval.reason && <Words text={approval.reason} />}
        </div>
      )}
      {item.executions.map((execution) => (
        <Execution
          key={execution.id}
          execution={execution}
          name={names[execution.executedBy] ?? execution.executedBy}
        />
      ))}
      {item.packages.slice(-1).map((built) => (
        <Package key={built.id} reference={reference} built={built} />
      ))}
    </>
  );
}

function Execution({ execution, name }: { execution: ExecutionView; name: string }) {
  const t = useText('officer');
  const format = useFormats();
  const counts = Object.entries(execution.counts).map(([what, count]) =>
    t(`execution.count.${what}`, { count }),
  );
  return (
    <div className="mt-3">
      <h3 className="font-semibold">{t('execution.heading')}</h3>
      <p>
        {t('execution.line', {
          name,
          system: execution.system,
          date: format.dateTime(execution.executedAt, 'UTC'),
        })}
        {counts.length > 0 && ` ${format.list(counts)}`}
      </p>
      {execution.evidence && <Words text={execution.evidence} />}
    </div>
  );
}

const PACKAGE_TONES = {
  queued: 'info',
  building: 'info',
  built: 'success',
  failed: 'danger',
  purged: 'neutral',
} as const;

function Package({ reference, built }: { reference: string; built: PackageView }) {
  const t = useText('officer');
  const format = useFormats();
  return (
    <div className="mt-3">
      <h3 className="font-semibold">
        {t('package.heading')}{' '}
        <Tag tone={PACKAGE_TONES[built.status]}>{t(`package.status.${built.status}`)}</Tag>
      </h3>
      {built.status === 'built' && (
        <>
          <p>
            {t('package.size', {
              count: built.files ?? 0,
              rows: format.number(built.rows ?? 0),
              bytes: format.bytes(built.bytes ?? 0),
            })}
          </p>
          {built.deliveredAt && (
            <p>
              {t('package.delivered', { date: format.dateTime(built.deliveredAt, 'UTC') })}{' '}
              {t('package.downloads', { count: built.downloads })}
            </p>
          )}
          <p className="mt-2">
            <ButtonLink href={casePath(reference, 'package', built.id)} look="link">
              {t('package.open')}
            </ButtonLink>
          </p>
        </>
      )}
    </div>
  );
}
