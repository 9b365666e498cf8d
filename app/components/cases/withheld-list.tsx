import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { WithholdingView } from '#app/services/cases/read-case-collection.ts';
import { Button } from '../ui/button.tsx';
import { Words } from './decision-panel.tsx';

interface WithheldListProps {
  readonly reference: string;
  readonly withholdings: readonly WithholdingView[];
  readonly names: Readonly<Record<string, string>>;
  readonly acting: boolean;
}

/** What is kept out of the package, each with its ground; a button lifts it. */
export function WithheldList({ reference, withholdings, names, acting }: WithheldListProps) {
  const t = useText('officer');
  const format = useFormats();
  if (withholdings.length === 0) return null;
  const place = ({ dataset, collection, row, fields }: WithholdingView) => {
    const source = `${dataset}/${collection}`;
    if (row === null) return t('withheld.collection', { source });
    if (fields)
      return t('withheld.fields', { source, row: format.number(row + 1), fields: format.list(fields) });
    return t('withheld.row', { source, row: format.number(row + 1) });
  };
  return (
    <div className="mt-4">
      <h3 className="font-semibold">{t('withheld.heading', { count: withholdings.length })}</h3>
      <ul className="mt-2 grid gap-3">
        {withholdings.map((one) => (
          <li key={one.id} className="border-line border-s-4 ps-3">
            <p>{place(one)}</p>
            <p>
              {t(`withheldGround.${one.ground}`)} (<bdi>{one.citation}</bdi>)
            </p>
            {one.reason && <Words text={one.reason} />}
            <p className="text-ink-soft text-sm">{names[one.recordedBy] ?? t('people.gone')}</p>
            {acting && (
              <form method="post" action={casePath(reference, 'lift', one.id)}>
                <Button look="link">
                  {t('action.lift')}
                  <span className="sr-only"> {place(one)}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
