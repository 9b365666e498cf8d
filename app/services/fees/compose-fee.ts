import type { FeeGround, FeeMechanism } from '#app/domain/fees/fee-rule.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { formats } from '#app/i18n/format.ts';
import { moneyText } from '#app/i18n/money.ts';
import { languageOf, translator } from '#app/i18n/server.ts';
import { isolate } from '#app/i18n/text.ts';

interface FeeFacts {
  readonly locale: string;
  readonly reference: string;
  /** ISO date in the zone of the law. */
  readonly receivedOn: string;
  readonly right: DataSubjectRight;
  readonly ground: FeeGround;
  readonly mechanism: FeeMechanism;
  readonly amountMinor: number;
  readonly currency: string;
  readonly citation: string;
  readonly reasons: string;
  readonly confirmBy: string | null;
}

/** The announcement of a fee in the subject's language: how much, on which ground, and what the choice is. */
export function composeFee(facts: FeeFacts): string {
  const { tag, dir } = languageOf(facts.locale);
  const t = translator(tag);
  const foreign = (value: string) => (dir === 'rtl' ? isolate(value) : value);
  const { date } = formats(tag);
  const choice = facts.confirmBy
    ? t('legal:addenda.fee.reflection', { date: date(facts.confirmBy) })
    : t(`legal:addenda.fee.${facts.mechanism}`);
  return [
    t('legal:notice.opening', {
      reference: foreign(facts.reference),
      date: date(facts.receivedOn),
      right: t(`legal:rights.${facts.right}.name`),
    }),
    t('legal:addenda.fee.announced', { amount: foreign(moneyText(tag, facts)) }),
    `${t('legal:notice.ground')}\n${t(`legal:addenda.fee.ground.${facts.ground}`)} (${foreign(facts.citation)})`,
    `${t('legal:notice.reasons')}\n${facts.reasons}`,
    choice,
  ].join('\n\n');
}
