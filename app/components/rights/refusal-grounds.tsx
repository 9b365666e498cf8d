import type { DescribedRight } from '#app/domain/rules/explorer/territory-view.ts';
import { useText } from '#app/i18n/react.tsx';
import { Details } from '../ui/details.tsx';
import { Citation } from './citation.tsx';

/** On which grounds of the law a right may be refused, each with its source; said too where there is none. */
export function RefusalGrounds({ rule }: { rule: DescribedRight }) {
  const t = useText('explorer');
  const legal = useText('legal');
  const grounds = rule.refusals.filter(({ ground }) => ground !== 'not_a_right_here');
  if (rule.standing === 'not_available' || rule.standing === 'not_in_force') return null;
  // Of what is unsure nothing is denied, and a complaint is not ours to refuse.
  const says = rule.standing === 'statutory' && rule.confidence !== 'unsure' && rule.right !== 'complaint';
  if (grounds.length === 0) return says ? <p className="mt-3 text-sm">{t('right.noRefusal')}</p> : null;
  return (
    <div className="-my-2">
      <Details summary={t('right.refusal')}>
        <ul className="gap-x-6 space-y-2 text-sm print:columns-2">
          {grounds.map(({ ground, citation, confidence }) => (
            <li key={ground}>
              {legal(`refusalGround.${ground}`)}
              {citation && <Citation source={{ citation, confidence }} />}
            </li>
          ))}
        </ul>
      </Details>
    </div>
  );
}
