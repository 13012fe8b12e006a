import { RunColumns } from "../../src/record/columns";
import { curvesOf } from "../../src/ui/charts/overlay/curves";
import { pathOf } from "../../src/ui/charts/overlay/paths";

/**
 * How long a chart takes to draw ten kept runs of 10,000 steps with 16 learners each, without the browser's own part: the first time,
 * when all is smoothed and reduced, after a zoom, and after the next row of the run that goes on, when all is at hand. Prints
 * milliseconds: `npx tsx test/bench/overlay.ts`.
 */
const [RUNS, STEPS, LEARNERS, SEEDS] = [10, 10_000, 16, 8];

function run(seed: number): RunColumns {
  const columns = new RunColumns(LEARNERS);
  const values = Float32Array.from({ length: STEPS * LEARNERS }, (_, i) => Math.sin(i * seed) + 2);
  columns.append({ steps: Int32Array.from({ length: STEPS }, (_, i) => i), values: { infoNce: values } });
  return columns;
}

const runs = Array.from({ length: RUNS }, (_, i) => run(i + 1));

function draw(zoom: [number, number] | null): number {
  const begun = performance.now();
  const across = {
    width: 600,
    frame: { left: 48, right: 20 },
    domain: zoom ?? ([0, STEPS] as [number, number]),
    log: false,
  };
  const box = { across, top: 10, bottom: 260, y: { domain: [0, 4] as const, log: false } };
  for (const columns of runs) {
    const stretch = { place: (step: number) => step, zoom, log: false };
    const request = { metric: "infoNce", seeds: SEEDS, smoothing: 0.9, points: 375, stretch, axis: "step" } as const;
    const { xs, arms } = curvesOf(columns, request);
    for (const ys of arms) pathOf({ xs, ys }, box);
  }
  return performance.now() - begun;
}

for (const [what, zoom] of [
  ["the first time", null],
  ["again", null],
  ["zoomed", [2000, 6000]],
  ["zoomed, again", [2000, 6000]],
] as const)
  console.log(`${what}: ${draw(zoom && [...zoom]).toFixed(1)} ms`);
