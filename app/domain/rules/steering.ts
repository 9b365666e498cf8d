import type { DerivationTrail } from './derivation-trail.ts';

type Candidates = Record<'law' | 'policy' | 'guidance' | 'target', string | null>;

/** The earliest of what law, promise, guidance and target ask for. An instant is earlier than the end of its day. */
export function steer(candidates: Candidates, trail: DerivationTrail): string | null {
  let best: { from: string; date: string } | undefined;
  for (const [from, date] of Object.entries(candidates)) {
    if (date !== null && (!best || sortable(date) < sortable(best.date))) best = { from, date };
  }
  if (!best) return null;
  trail.add('steer', `steer_${best.from}`, { to: best.date }, { confidence: 'certain' }, best.date);
  return best.date;
}

/** Local dates end at midnight, so a date sorts behind every instant of the same local day. */
function sortable(date: string): string {
  return date.length > 10 ? date.slice(0, 19) : `${date}T24`;
}
