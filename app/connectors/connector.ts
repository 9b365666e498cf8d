import type { MapCollection } from '#app/domain/data-map/data-map.ts';
import type { MatchRule } from '#app/domain/data-map/identity.ts';

/** What a connector is asked: the rows of one collection in which `field` holds one of `values`. */
export type ReadQuery = {
  readonly collection: MapCollection;
  /** Top-level columns that make up a row; nothing else is read. */
  readonly columns: readonly string[];
  /** Field paths whose values come as text beside each row, in this order. */
  readonly keys: readonly string[];
  readonly where: { readonly field: string; readonly match: MatchRule; readonly values: readonly string[] };
  readonly signal?: AbortSignal | undefined;
};

/** A row as the source gave it: JSON text on one line (numbers keep the digits they had), and the keys asked for. */
export type SourceRow = { readonly json: string; readonly keys: readonly (string | null)[] };

/** What a look at a collection found; `unmapped` columns hold data that no request would find. */
export type ConnectionFinding = {
  readonly source: string;
  readonly code: 'missing_collection' | 'missing_field' | 'unmapped_field' | 'unreadable';
  readonly detail: string;
};

/**
 * The way to the rows of a dataset: a database, or a person with a filing cabinet. A connector only reads, and knows
 * nothing of requests. Each one passes the contract in `tests/connectors/contract.ts`.
 */
export interface Connector {
  /**
   * Batches of rows in the order of the primary key, each row once, in constant memory. Stopping early is allowed.
   * @throws ConnectorError
   */
  read(query: ReadQuery): AsyncIterable<readonly SourceRow[]>;
  /** Compares the map with what is there. @throws ConnectorError when nothing can be seen at all */
  check(collections: readonly MapCollection[]): Promise<readonly ConnectionFinding[]>;
  close(): Promise<void>;
}

export const CONNECTOR_ERRORS = [
  'unreachable',
  'not_allowed',
  'missing_collection',
  'missing_field',
  'timeout',
  'awaiting_person',
  'bad_row',
  'failed',
] as const;
export type ConnectorErrorCode = (typeof CONNECTOR_ERRORS)[number];

/** Why a source could not be read. `message` names the place, never a value that was searched for. */
export class ConnectorError extends Error {
  readonly code: ConnectorErrorCode;
  /** `<dataset>/<collection>`, or the connection's key when no collection was reached. */
  readonly source: string;

  constructor(code: ConnectorErrorCode, source: string, detail: string, options?: ErrorOptions) {
    super(`${source}: ${detail}`, options);
    this.name = 'ConnectorError';
    this.code = code;
    this.source = source;
  }
}

/** The top-level column of a dotted field path. */
export function columnOf(path: string): string {
  return path.split('.', 1)[0] as string;
}
