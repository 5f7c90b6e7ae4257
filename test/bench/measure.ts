import { Bench } from 'tinybench';

/** One line of a result, in milliseconds. */
export interface Row {
  what: string;
  median: number;
  p95: number;
  /** What else is to be said of it: work done, bytes sent. */
  work?: string;
}

/** Runs something several times with tinybench. */
export async function measure(
  what: string,
  iterations: number,
  run: (round: number) => Promise<void> | void,
): Promise<Row> {
  let round = 0;
  const bench = new Bench({
    iterations,
    time: 0,
    retainSamples: true,
    warmupIterations: Math.min(5, iterations),
    warmupTime: 0,
    throws: true,
  });
  bench.add(what, () => run(round++));
  const [task] = await bench.run();
  const result = task?.result;
  if (!result || !('latency' in result)) throw new Error(`${what}: ${JSON.stringify(result)}`);
  return rowOf(what, [...(result.latency.samples ?? [])]);
}

/** A row of what was measured elsewhere, such as the frames of a page. */
export function rowOf(what: string, samples: readonly number[]): Row {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { what, median: at(0.5), p95: at(0.95) };
}

/** Prints a row, as a multiple of a floor where there is one: machines differ, ratios less so. */
export function print({ what, median, p95, work = '' }: Row, floor?: Row): void {
  const ratio = floor
    ? `${(median / floor.median).toFixed(median < floor.median / 10 ? 4 : 2).padStart(8)} × floor`
    : '';
  console.log(
    `  ${what.padEnd(46)} ${median.toFixed(1).padStart(9)} ms  p95 ${p95.toFixed(1).padStart(8)}  ${ratio}  ${work}`.trimEnd(),
  );
}
