import { type Details, detailRows, everyQuestion, wordingOf } from '#app/domain/requests/right-details.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';

/** What somebody answered about one right, in words; shared by the check page, the receipt, the case and the desk. */
export function ItemDetails({ right, details }: { right: DataSubjectRight; details: Details }) {
  const t = useText('portal');
  const format = useFormats();
  const questions = everyQuestion(right);
  const wording = wordingOf(right);
  const rows = detailRows(questions, details);
  const lines = questions.fields.flatMap((field) => {
    const given = details[field.name];
    if (given === undefined || given.length === 0) return [];
    const key = `details.${wording}.${field.name}`;
    if (typeof given === 'string' && field.kind !== 'one') return [{ key, text: given }];
    const words = [given].flat().map((value) => t(`${key}.choices.${value}`));
    return [{ key, text: format.list(words) }];
  });
  if (rows.length === 0 && lines.length === 0) return null;
  return (
    <div className="grid gap-1">
      {rows.length > 0 && (
        <ul className="grid gap-1">
          {rows.map((row) => (
            <li key={JSON.stringify(row)} className="break-words">
              {t(row.present ? 'filing.check.correction' : 'filing.check.correctionNew', isolated(row))}
            </li>
          ))}
        </ul>
      )}
      {lines.map(({ key, text }) => (
        <p key={key} dir="auto" className="whitespace-pre-line break-words">
          {text}
        </p>
      ))}
    </div>
  );
}

/** What was typed, each part by its own direction inside the reader's sentence. */
function isolated(row: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isolate(value)]));
}
