import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { CaseView } from '#app/services/cases/read-case.ts';
import { Button } from '../ui/button.tsx';
import { BackLink } from '../ui/navigation.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { StatusTag } from '../ui/tag.tsx';
import { REQUEST_TONES } from './tones.ts';

interface CaseHeadingProps {
  readonly found: CaseView;
  readonly names: Readonly<Record<string, string>>;
  readonly acting: boolean;
  /** Id of the reader. */
  readonly me: string;
  /** What was just done, as a key below `done`; anything else is not shown. */
  readonly done: string | null;
  /** Why a button did nothing, as a code of `common:errors`; anything else reads as a conflict. */
  readonly refused: string | null;
}

/** What can have been done just now. */
const DONE = [
  'fee',
  'paid',
  'minor',
  'agent',
  'answer',
  'approval',
  'assign',
  'authority',
  'build',
  'collect',
  'decide',
  'deliver',
  'doubt',
  'execution',
  'extend',
  'identity',
  'lift',
  'match',
  'note',
  'question',
  'residence',
  'review',
  'supply',
  'reviewed',
  'withhold',
  'real_name',
];

/** What a button of the page can be refused for, beside the general conflict. */
const REFUSED = [
  'fee_not_accepted',
  'no_fee_open',
  'already_delivered',
  'collection_running',
  'no_data_map',
  'not_collected',
  'nothing_proven',
  'package_underway',
  'review_missing',
  'no_account',
  'no_real_name_source',
  'nothing_open',
  'source_unreadable',
];

/** The case's name, state, receipt and who works on it. */
export function CaseHeading({ found, names, acting, me, done, refused }: CaseHeadingProps) {
  const t = useText('officer');
  const common = useText('common');
  const format = useFormats();
  const { reference, assignedTo, status } = found;
  return (
    <>
      <BackLink href="/officer">{t('case.back')}</BackLink>
      {done && DONE.includes(done) && <Notice tone="success" role="status" title={t(`done.${done}`)} />}
      {refused && (
        <Notice
          tone="danger"
          role="alert"
          title={common(`errors.${REFUSED.includes(refused) ? refused : 'conflict'}`)}
        />
      )}
      <PageHeading
        caption={t('case.received', { date: format.dateTime(found.receivedAt, 'UTC') })}
        aside={
          <StatusTag state={status} tones={REQUEST_TONES}>
            {t(`requestStatus.${status}`)}
          </StatusTag>
        }
      >
        <bdi className="reference">{reference}</bdi>
      </PageHeading>
      <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>
          {assignedTo
            ? t('case.assignedTo', { name: names[assignedTo] ?? t('people.gone') })
            : t('case.unassigned')}
        </p>
        {acting && (
          <form method="post" action={casePath(reference, 'assign')}>
            {assignedTo === me ? (
              <Button look="link">{t('case.layBack')}</Button>
            ) : (
              <Button look="link" name="to" value={me}>
                {t('case.take')}
              </Button>
            )}
          </form>
        )}
      </div>
    </>
  );
}
