import { REAL_NAME_RULE } from '#app/domain/identity/real-name.ts';
import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';
import type { RealNameCheck, RealNameView } from '#app/services/cases/read-real-name-check.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { type Fact, Facts } from './panel.tsx';

interface RealNamePartProps {
  readonly reference: string;
  readonly realName: RealNameView;
  readonly names: Readonly<Record<string, string>>;
  /** Whether the reader may look the record up now. */
  readonly acting: boolean;
}

/** What the organisation's own system recorded of the account's holder: whether it is who asks, and never the name. */
export function RealNamePart({ reference, realName, names, acting }: RealNamePartProps) {
  const t = useText('officer');
  const { last, available } = realName;
  return (
    <section aria-labelledby="real-name" className="mt-5 border-line border-t pt-4">
      <h3 id="real-name" className="mb-2 font-bold">
        {t('realName.heading')}
      </h3>
      {last && <Check check={last} name={names[last.by]} />}
      {acting && available && (
        <form method="post" action={casePath(reference, 'real-name')} className="mt-3">
          <p className="mb-2 text-ink-soft text-sm">{t('realName.lead')}</p>
          <Button look="secondary">{t(last ? 'realName.again' : 'realName.button')}</Button>
        </form>
      )}
    </section>
  );
}

function Check({ check, name }: { check: RealNameCheck; name: string | undefined }) {
  const t = useText('officer');
  const format = useFormats();
  const facts: Fact[] = [
    check.method && { key: 'method', term: t('realName.method'), value: <bdi>{check.method}</bdi> },
    check.authenticatedOn && {
      key: 'when',
      term: t('realName.when'),
      value: format.date(check.authenticatedOn),
    },
    {
      key: 'control',
      term: t('realName.control.term'),
      value: t(`realName.control.${check.control}`),
    },
    { key: 'source', term: t('realName.source'), value: <bdi className="break-all">{check.source}</bdi> },
    {
      key: 'looked',
      term: t('realName.looked'),
      value: [format.dateTime(check.at, 'UTC'), name].filter(Boolean).join(', '),
    },
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <>
      <p className="mb-2">
        <Tag tone={check.finding === 'same_name' ? 'success' : 'warning'}>
          {t(`realName.finding.${check.finding}`)}
        </Tag>
      </p>
      <Facts facts={facts} />
      <Consequence check={check} />
    </>
  );
}

/** What follows from it, under which rule; a record that does not fit refuses nothing. */
function Consequence({ check }: { check: RealNameCheck }) {
  const t = useText('officer');
  const { shortfalls, counts } = check;
  const rule = t('realName.rule', {
    citation: isolate(REAL_NAME_RULE.citation),
    level: t(`identity.level.${REAL_NAME_RULE.assurance}`),
  });
  return (
    <div className="mt-3">
      {shortfalls.length === 0 ? (
        <p>{t(counts ? 'realName.counts' : 'realName.fallen')}</p>
      ) : (
        <>
          <p>{t('realName.short.title')}</p>
          <ul className="list-disc ps-5">
            {shortfalls.map((reason) => (
              <li key={reason}>{t(`realName.short.${reason}`)}</li>
            ))}
          </ul>
          <p>{t('realName.decides')}</p>
        </>
      )}
      <p className="mt-1 text-ink-soft text-sm">{rule}</p>
    </div>
  );
}
