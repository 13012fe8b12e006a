import * as tf from "@tensorflow/tfjs";
import { nodeWasmFolder } from "../../src/cli/nodeBackend";
import { Replayable } from "../../src/engine/replayable";
import { StepBlock } from "../../src/engine/stepBlock";
import type { ObjectiveId } from "../../src/objectives";
import type { StepId } from "../../src/training/benchmark/standardSteps";
import { prepareBackend } from "../../src/training/prepareBackend";
import { StepSink } from "../../src/training/stepSink";
import { standardProbe } from "../support/gradientProbe";

/**
 * What the gradient probe takes over R times a step's gradient (drawing its batch included), without and with the gradients at common
 * weights, in WebAssembly in Node.js. By the clock of the process, which stands still while others have the core, in medians of rounds
 * that take turns. Prints a table: `npx tsx test/bench/probes.ts [step ...]`.
 */
const [MICRO_BATCHES, ROUNDS, ROUND_MS] = [8, 9, 60];
const ARMS: ObjectiveId[] = ["infoNce", "flatNce", "dcl", "infoNceOneWay", "flatNceOneWay", "clip"];
const STEPS = ["mlp", "cnn", "points"] as const satisfies StepId[];

const steps = STEPS.filter((step) => process.argv.length < 3 || process.argv.includes(step));
const { adapter, kernels } = await prepareBackend({ backend: "wasm", kernels: "fused" }, nodeWasmFolder());
console.log(`${adapter}, ${kernels} kernels, R = ${MICRO_BATCHES}\n`);
console.log("| step | arms | R gradients, ms | R steps | probe | probe with common weights |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
for (const step of steps) for (const count of [2, ARMS.length]) console.log(await row(step, ARMS.slice(0, count)));

async function row(step: StepId, arms: readonly ObjectiveId[]): Promise<string> {
  const settings = { every: 1, microBatches: MICRO_BATCHES };
  const alone = standardProbe(step, arms, { ...settings, common: false });
  const both = standardProbe(step, arms, settings);
  const [gradients, ...others] = await medians([
    gradientsOf(alone),
    async (at) => {
      for (let r = 0; r < MICRO_BATCHES; r++) alone.training.update(MICRO_BATCHES * at + r);
      await alone.training.sink.metrics.drain();
    },
    (at) => alone.probe.measure(at),
    (at) => both.probe.measure(at),
  ]);
  for (const { probe, training, cohort, source } of [alone, both])
    for (const part of [probe, training, cohort, source]) part.dispose();
  const ratios = others.map((ms) => (ms / (gradients as number)).toFixed(2));
  return `| ${[step, arms.length, gradients?.toFixed(1), ...ratios].join(" | ")} |`;
}

/** Draws and differentiates R batches, recorded and replayed as a step is. */
function gradientsOf({ cohort, source }: ReturnType<typeof standardProbe>): (at: number) => void {
  const block = new StepBlock(cohort.learners);
  block.set({ temperatures: cohort.temperaturesAt(0) });
  const sink = new StepSink({ learners: cohort.learners, views: 2 * cohort.config.batchSize }, 1);
  const work = new Replayable(() => {
    tf.tidy(() => cohort.differentiate({ views: source.draw(block, "training").views, block, sink }));
  }, true);
  return (at) => {
    for (let r = 0; r < MICRO_BATCHES; r++) {
      block.set({ step: MICRO_BATCHES * at + r });
      work.run();
    }
  };
}

/** Milliseconds of each work, which is told how often it was done before. */
async function medians(works: ((at: number) => unknown)[]): Promise<number[]> {
  const timed = works.map((work) => ({ work, done: 0, times: [] as number[] }));
  // The first round records, and is not counted.
  for (let round = 0; round <= ROUNDS; round++)
    for (const one of timed) {
      const [started, before] = [processMs(), one.done];
      do await one.work(one.done++);
      while (processMs() - started < ROUND_MS);
      if (round > 0) one.times.push((processMs() - started) / (one.done - before));
    }
  return timed.map(({ times }) => times.sort((a, b) => a - b)[times.length >> 1] as number);
}

function processMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
