import type { Reach } from '../data-map/plan-walk.ts';

/**
 * The file of a collected source: a header, then one row a line. The row itself is kept as the source wrote it and stands
 * last, so that a package can copy it without parsing. Only officers and the packager ever see this file.
 */
export type CollectedHeader = {
  readonly format: 'habeas-collected/1';
  readonly source: string;
  /** The ways in, to which `via` of each row points by position. Identity values are left out. */
  readonly reaches: readonly CollectedReach[];
};
export type CollectedReach =
  | { readonly by: 'identity'; readonly field: string; readonly kind: string }
  | {
      readonly by: 'reference';
      readonly field: string;
      readonly from: { readonly source: string; readonly field: string };
    };

export type RowMarks = {
  /** Positions in `reaches`: each way by which this row was found. */
  readonly via: readonly number[];
  /** Fields that speak of another person and are masked as a whole, with the ground of the rule. */
  readonly mask?: Readonly<Record<string, string>>;
  /** Other people's addresses found in free text, by field. */
  readonly scrub?: Readonly<Record<string, readonly string[]>>;
};

export type CollectedLine = RowMarks & { readonly json: string };

const ROW = ',"row":';

export function headerLine(source: string, reaches: readonly Reach[]): string {
  const told = reaches.map(
    (reach): CollectedReach =>
      reach.by === 'identity' ? { by: 'identity', field: reach.field, kind: reach.kind } : reach,
  );
  const header: CollectedHeader = { format: 'habeas-collected/1', source, reaches: told };
  return `${JSON.stringify(header)}\n`;
}

export function parseHeader(line: string): CollectedHeader {
  const header = JSON.parse(line) as CollectedHeader;
  if (header.format !== 'habeas-collected/1') {
    throw new RangeError(`collected rows: format ${String(header.format)}, expected habeas-collected/1`);
  }
  return header;
}

export function rowLine(marks: RowMarks, json: string): string {
  return `${JSON.stringify(marks).slice(0, -1)}${ROW}${json}}\n`;
}

/** The first `,"row":` is the separator: inside the marks a quotation mark is always escaped. */
export function parseRowLine(line: string): CollectedLine {
  const at = line.indexOf(ROW);
  if (at < 0) throw new RangeError('collected rows: a line without a row');
  return { ...(JSON.parse(`${line.slice(0, at)}}`) as RowMarks), json: line.slice(at + ROW.length, -1) };
}

/** Whether the row speaks of somebody else, and so waits for a person's review. */
export function mentionsOthers(marks: RowMarks): boolean {
  return marks.mask !== undefined || marks.scrub !== undefined;
}
