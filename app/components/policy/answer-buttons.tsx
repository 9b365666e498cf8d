import { useText } from '#app/i18n/react.tsx';
import type { ChangeToAnswer } from '#app/services/policy/answer-change.ts';
import { Button } from '../ui/button.tsx';

/** The answers that can be given now, each a button of equal weight: none of them is the expected one. */
export function AnswerButtons({ found }: { found: Pick<ChangeToAnswer, 'promise' | 'offered'> }) {
  const t = useText('portal');
  return found.offered.map((answer) => (
    <Button key={answer} look="secondary" name="answer" value={answer}>
      {t(`policy.button.${found.promise.ask}.${answer}`)}
    </Button>
  ));
}
