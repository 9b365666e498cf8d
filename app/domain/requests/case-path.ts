/** The address of a page about a case. Only the reference and ids of ours stand in it. */
export function casePath(reference: string, ...parts: readonly string[]): string {
  return ['/officer/cases', reference, ...parts].join('/');
}
