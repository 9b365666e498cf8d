// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` on a narrow page takes the implied roles away
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** Lines figures up at the end of the cell. */
  readonly figures?: boolean;
}

interface TableProps<Row> {
  readonly caption: ReactNode;
  /** Keeps the caption for screen readers when a heading above says the same. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Shown in place of the rows when there is none. */
  readonly empty?: ReactNode;
}

/**
 * Rows of the same kind; the first column names the row. Below 640 px each row becomes a list of its own. The roles
 * are written out, or the table would then be gone for screen readers.
 */
export function Table<Row>(props: TableProps<Row>) {
  if (props.rows.length === 0 && props.empty) return <p className="my-6 text-ink-soft">{props.empty}</p>;
  return (
    <table role="table" className="stacked my-6 w-full border-collapse text-start">
      <caption className={props.captionHidden ? 'sr-only' : 'mb-2 text-start font-semibold'}>
        {props.caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {props.columns.map(({ key, heading, figures }) => (
            <th
              key={key}
              role="columnheader"
              scope="col"
              className={cellClass(figures, 'border-b-2 text-sm')}
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <tr key={props.rowKey(row)} role="row">
            {props.columns.map((column, index) => cell(column, row, index === 0))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cell<Row>({ key, heading, cell, figures }: Column<Row>, row: Row, first: boolean) {
  if (first) {
    return (
      <th key={key} role="rowheader" scope="row" className={cellClass(figures)}>
        {cell(row)}
      </th>
    );
  }
  return (
    <td key={key} role="cell" data-label={heading} className={cellClass(figures)}>
      {cell(row)}
    </td>
  );
}

function cellClass(figures?: boolean, extra?: string): string {
  return classes(
    'border-line border-b py-2.5 pe-4 align-top font-semibold [td&]:font-normal',
    figures ? 'figures text-end' : 'text-start',
    extra,
  );
}
