/** The same text with Arabic-Indic, Persian and full-width digits as Latin ones. */
export function latinDigits(text: string): string {
  return text.normalize('NFKC').replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/** Joins the three boxes of a DateField: `''` when all are empty, YYYY-MM-DD, or the parts as typed when no date. */
export function joinDate(day: string, month: string, year: string): string {
  const parts = [year, month, day].map((part) => latinDigits(part).trim());
  if (parts.every((part) => part === '')) return '';
  const [y = '', m = '', d = ''] = parts;
  return `${y.padStart(4, '0')}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
}

/** Adds to a form the date of each complete triple `x-day`, `x-month`, `x-year`, under the name `x`. */
export function joinDates(form: FormData): void {
  for (const key of [...form.keys()]) {
    const name = key.endsWith('-day') ? key.slice(0, -'-day'.length) : '';
    if (!name || form.has(name)) continue;
    const [day, month, year] = ['day', 'month', 'year'].map((part) => form.get(`${name}-${part}`));
    if (typeof day === 'string' && typeof month === 'string' && typeof year === 'string') {
      form.set(name, joinDate(day, month, year));
    }
  }
}
