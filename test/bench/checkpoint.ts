import { defaults } from "../../src/config/parse";
import { checkpointBytes } from "../../src/export/checkpoint";
import { METRIC_IDS } from "../../src/metrics";
import { RunColumns } from "../../src/record/columns";
import { LayerSeries } from "../../src/record/layers";
import type { RunSoFar } from "../../src/record/soFar";

/**
 * How long a page works on the file of a checkpoint of 100,000 steps with 16 learners and ten metrics, and the longest part of that
 * which cannot be interrupted, in computing time, so that other work on the machine does not count. Prints milliseconds: `npx tsx test/bench/checkpoint.ts`.
 */
const [STEPS, LEARNERS, METRICS, ROUNDS] = [100_000, 16, 10, 5];

const columns = new RunColumns(LEARNERS);
const steps = Int32Array.from({ length: STEPS }, (_, i) => i);
const values = Float32Array.from({ length: STEPS * LEARNERS }, (_, i) => Math.sin(i));
for (const metric of METRIC_IDS.slice(0, METRICS)) columns.append({ steps, values: { [metric]: values } });
const config = { ...defaults(), seeds: 8, steps: STEPS };
const run = { columns, layers: new LayerSeries() } as RunSoFar;

/** Time that this process has computed, in milliseconds. */
function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed(): [all: number, longest: number] {
  const work = checkpointBytes({ config, state: { step: STEPS, tensors: new Map() }, run });
  let [all, longest] = [0, 0];
  for (let isDone = false; !isDone; ) {
    const begun = computed();
    isDone = work.next().done === true;
    const part = computed() - begun;
    [all, longest] = [all + part, Math.max(longest, part)];
  }
  return [all, longest];
}

for (let round = 0; round < ROUNDS; round++) {
  const [all, longest] = timed();
  console.log(`all: ${all.toFixed(0)} ms, the longest part: ${longest.toFixed(1)} ms`);
}
process.exit();
