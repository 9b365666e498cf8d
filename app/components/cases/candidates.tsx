import { casePath } from '#app/domain/requests/case-path.ts';
import { useText } from '#app/i18n/react.tsx';
import type { CandidateView } from '#app/services/cases/read-case-collection.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';

const TONES = { undecided: 'warning', subject: 'success', other: 'neutral' } as const;

interface CandidatesProps {
  readonly reference: string;
  readonly candidates: readonly CandidateView[];
  readonly acting: boolean;
}

/** Several records behind one proven address: nothing is packaged until a person has told them apart. */
export function Candidates({ reference, candidates, acting }: CandidatesProps) {
  const t = useText('officer');
  const open = candidates.some(({ decision }) => decision === 'undecided');
  return (
    <Notice tone={open ? 'warning' : 'info'} title={t('match.heading', { count: candidates.length })}>
      <p>{t('match.body')}</p>
      <ul className="grid gap-3">
        {candidates.map((candidate) => (
          <li key={candidate.id}>
            <Tag tone={TONES[candidate.decision]}>{t(`match.decision.${candidate.decision}`)}</Tag>{' '}
            <bdi>{Object.values(candidate.record).slice(0, 4).join(', ')}</bdi>
            {acting && candidate.decision === 'undecided' && (
              <>
                {' '}
                <ButtonLink look="link" href={casePath(reference, 'match', candidate.id)}>
                  {t('action.match')}
                </ButtonLink>
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
