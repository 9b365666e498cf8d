/**
 * What may be logged and stored of a failure: its class, code and place. Not its message, which can quote an
 * address ("550 <someone@example.org> unknown") or a value.
 */
export interface FailureSummary {
  type: string;
  code?: string | number;
  at?: string;
}

export function summariseFailure(error: unknown): FailureSummary {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code;
  const at = /\(?((?:app|db)\/[^\s()]+:\d+):\d+\)?$/m.exec((error.stack ?? '').replaceAll('\\', '/'))?.[1];
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(at ? { at } : {}),
  };
}
