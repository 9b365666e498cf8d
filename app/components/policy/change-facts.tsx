import type { ReactNode } from 'react';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { ChangeToAnswer } from '#app/services/policy/answer-change.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import { Tag } from '../ui/tag.tsx';
import { PromiseText } from './promise-text.tsx';
import { STATE_TONES } from './state-tones.ts';

/** What somebody who was asked must know before an answer: the change, the promise, what follows from each answer. */
export function ChangeFacts({ found }: { found: ChangeToAnswer }) {
  const t = useText('portal');
  const format = useFormats();
  const { version, promise, country, state, answeredAt, effect, offered } = found;
  const place = `\u2068${format.country(country)}\u2069`;
  return (
    <>
      <Part heading={t('policy.answer.whatChanges')}>
        <p className="whitespace-pre-line" dir="auto">
          {version.text.summary}
        </p>
        <p className="mt-2">
          <a href={version.text.url} rel="noreferrer">
            {t('policy.changes.read')}
          </a>
        </p>
        <p className="mt-2">
          {t('policy.answer.counts', { country: place, date: format.date(version.effectiveFrom) })}
        </p>
      </Part>
      <Part heading={t('policy.answer.entitled', { country: place })}>
        <p>
          <PromiseText promise={promise} />
        </p>
        {found.objectBy && (
          <p className="mt-2 font-semibold">
            {t('policy.answer.lastDay', { date: format.weekday(found.objectBy) })}
          </p>
        )}
      </Part>
      <Part heading={t('policy.answer.follows')}>
        <Follows found={found} />
        <p>
          {t('policy.answer.rights')} <a href="/request/residence">{t('policy.answer.rightsLink')}</a>
        </p>
      </Part>
      <Part heading={t('policy.answer.yours')}>
        <p>
          <Tag tone={STATE_TONES[state]}>{t(`policy.state.${state}`)}</Tag>{' '}
          {answeredAt && t('policy.answer.given', { date: format.dateTime(answeredAt, found.zone) })}
        </p>
        <p className="mt-2">{t(`policy.effect.${effect}`)}</p>
        {offered.length === 0 && (
          <p className="mt-2">
            {t('policy.answer.closed')} {promise.ask === 'consent' && t('policy.answer.withdraw')}
          </p>
        )}
      </Part>
      {offered.length > 0 && (
        <h2 className="mt-8 font-bold text-lg">{t(`policy.answer.${answeredAt ? 'change' : 'choose'}`)}</h2>
      )}
    </>
  );
}

function Part(props: { heading: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-2 font-bold text-lg">{props.heading}</h2>
      {props.children}
    </section>
  );
}

/** Each answer that the territory knows, and silence, with what comes of it. */
function Follows({ found }: { found: ChangeToAnswer }) {
  const t = useText('portal');
  const { ask } = found.promise;
  if (ask === 'notice') return null;
  const refusal = ask === 'objection' ? 'objected' : 'rejected';
  const rows = (['accepted', refusal] as const).map((answer) => ({
    key: answer,
    term: t(`policy.button.${ask}.${answer}`),
    value: t(`policy.follows.${ask}.${answer}`),
  }));
  const silence = {
    key: 'silence',
    term: t('policy.answer.silence'),
    value: t(`policy.follows.${ask}.silence`),
  };
  return <SummaryList rows={[...rows, silence]} />;
}
