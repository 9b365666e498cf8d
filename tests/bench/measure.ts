/** One line of the report: what was measured, what it is held against, and the ratio of the two. */
export interface Comparison {
  readonly name: string;
  readonly ours: number;
  readonly against: string;
  readonly limit: number;
  readonly unit: string;
}

const ROUNDS = 5;

/** Runs both sides in turn, several rounds, so that a machine that slows down slows both; medians are compared. */
export async function compare(
  name: string,
  unit: string,
  ours: () => Promise<number> | number,
  against: string,
  limit: () => Promise<number> | number,
  rounds = ROUNDS,
): Promise<Comparison> {
  await ours();
  await limit();
  const rates: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
  for (let round = 0; round < rounds; round++) {
    rates.ours.push(await ours());
    rates.limit.push(await limit());
  }
  return { name, unit, against, ours: median(rates.ours), limit: median(rates.limit) };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

/** How many times a second `work` was done, counted over `times` runs of it. */
export async function perSecond(times: number, work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (times * 1000) / (performance.now() - start);
}

/** Keeps `width` pieces of work under way until `times` are done. */
export async function inParallel(
  times: number,
  width: number,
  work: (n: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < times) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

export function reportLine({ name, ours, against, limit, unit }: Comparison): string {
  const figure = (value: number) =>
    value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
  const ratio = (ours / limit).toFixed(3);
  return `${name}: ratio ${ratio} (${figure(ours)} ${unit} over ${figure(limit)} ${unit}, ${against})`;
}
