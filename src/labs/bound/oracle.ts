import type { LabContext } from "../types";
import { estimates } from "./estimators";
import { correlation, drawPairs, logRatios } from "./gaussians";
import { type BoundConfig, type BoundRow, candidateCounts, miLevels } from "./schema";
import { Estimates } from "./summary";

/** Batches between two looks at the page's messages. */
const STRIDE = 8;
/** Up to so many candidates a cell gets all its batches; beyond, as many fewer as a batch costs more. */
const FULL = 128;
const FEWEST = 20;

/** The estimators at the true density ratio, in float64: what is left is theirs alone. A cell is an MI and a K. */
export async function measureOracle(config: BoundConfig, context: LabContext<BoundRow>): Promise<void> {
  const known = new Set(context.resumeFrom.map(({ mi, k }) => `${mi} ${k}`));
  const cells = miLevels(config).flatMap((mi) => candidateCounts(config).map((k) => ({ mi, k })));
  const missing = cells.filter(({ mi, k }) => !known.has(`${mi} ${k}`));
  let done = cells.length - missing.length;
  context.progress(done, cells.length);
  for (const { mi, k } of missing) {
    context.emit(await measureCell(mi, k, config, context));
    context.progress(++done, cells.length);
  }
}

async function measureCell(
  mi: number,
  k: number,
  { dimensions, batches, seed }: BoundConfig,
  { checkpoint }: LabContext<BoundRow>,
): Promise<BoundRow[]> {
  const rho = correlation(mi, dimensions);
  const seen = new Estimates();
  const count = Math.max(FEWEST, Math.round(batches * Math.min(1, (FULL / k) ** 2)));
  for (let index = 0; index < count; index++) {
    if (index % STRIDE === 0) await checkpoint();
    const pairs = drawPairs(k, dimensions, rho, { seed, stream: k, index });
    const scores = logRatios(pairs, rho);
    // u* = log E e^{f(x, y') - f(x, y)} = -f(x, y), since the ratio's mean is 1.
    const u = Float64Array.from({ length: k }, (_, i) => -(scores[i * k + i] as number));
    seen.add(estimates({ scores, count: k, u, shift: 0 }));
  }
  return seen.rows({ mi, k, step: 0 });
}
