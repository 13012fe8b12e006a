import { nodeWasmFolder, provideWebGpu } from "../../src/cli/nodeBackend";
import { chooseBackend } from "../../src/engine/backend";
import { type BenchmarkOptions, runBenchmark } from "../../src/experiment/benchmark";

/**
 * `npm run bench`: the two standard steps (NT-Xent and FlatNCE at temperature 0.1, Adam 1e-3, augmentation and metrics
 * included) on every backend that this machine has under Node.
 *
 *   mlp  784-256-128-64, batch 32
 *   cnn  32x32x3, 3x3 stride-2 convolutions of 32-64-128 channels, mean pool, dense 128, dense 64, batch 16
 */

const STEPS = 10;
const CASES: { name: string; options: BenchmarkOptions }[] = (["mlp", "cnn"] as const).flatMap((encoder) => [
  { name: `${encoder}, one learner`, options: { encoder, arms: ["infoNce"], steps: STEPS } },
  { name: `${encoder}, two arms`, options: { encoder, steps: STEPS } },
  { name: `${encoder}, two arms x 4 seeds`, options: { encoder, seeds: 4, steps: STEPS } },
]);

async function benchmark(backend: "webgpu" | "wasm"): Promise<void> {
  const { adapter } = await chooseBackend(backend, nodeWasmFolder());
  console.log(`\n${backend}: ${adapter}`);
  let single = 1;
  for (const { name, options } of CASES) {
    const { msPerStep, jsMsPerStep, dispatchesPerStep, learners } = await runBenchmark(options);
    if (learners === 1) single = msPerStep;
    const ratio = `${(msPerStep / single).toFixed(2)} x one learner`;
    const dispatches = dispatchesPerStep === null ? "" : `, ${dispatchesPerStep} dispatches`;
    console.log(
      `  ${name.padEnd(24)} ${msPerStep.toFixed(1)} ms (JavaScript ${jsMsPerStep.toFixed(1)}), ${ratio}${dispatches}`,
    );
  }
}

await provideWebGpu();
for (const backend of ["webgpu", "wasm"] as const) {
  try {
    await benchmark(backend);
  } catch (error) {
    console.log(`\n${backend}: ${error instanceof Error ? error.message : error}`);
  }
}
process.exit(0);
