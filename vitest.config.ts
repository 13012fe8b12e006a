import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { CHROMIUM_ARGS, findChromium } from "./scripts/chromium.ts";
import { compileKernels, OWN_BUILD } from "./scripts/kernels.ts";
import { SLOW_IN_NODE, SLOW_ON_WEBGL } from "./scripts/slowTests.ts";
import { softwareVulkan } from "./scripts/softwareVulkan.ts";
import { tensorflow } from "./vite.config.ts";

await compileKernels([OWN_BUILD]);
// For the processes that run the tests: they get this one's environment.
Object.assign(process.env, softwareVulkan());
/** The same implementation of WebGPU (Dawn) on the same software adapter: once is enough for the numerics. */
const webGpuIsTestedInNode = process.env.VK_DRIVER_FILES !== undefined;

/**
 * Encoders, metrics and trainings, made of operations that have tests of their own: on CPU, WASM and WebGPU they say as much as on
 * WebGL.
 */
const MADE_OF_OPERATIONS = [
  "test/labs/bound/trained",
  "test/metrics/*",
  "test/ops/{encoder,encoderNorm,head/arms,measureBeside}",
  "test/engine/wasm/*",
  "test/training/*",
  "test/training/probes/*",
].map((path) => `${path}.numerics.test.ts`);

/** Files whose paths begin so, unless all is to be run. */
const leftOut = (beginnings: string[]) => (process.env.THOROUGH ? [] : beginnings.map((beginning) => `${beginning}**`));

const ISOLATED = "test/**/*.isolated.test.ts";
const NUMERICS = "test/**/*.numerics.test.ts";
const E2E = "test/e2e/**/*.test.ts";
const GALLERY = "test/gallery/*.test.ts";
const ENGINES = "test/engines/**/*.test.ts";

/**
 * `unit`: plain Node. `numerics` runs the files `*.numerics.test.ts` twice: in Node on the backends it has (CPU, WASM, and
 * WebGPU through Dawn), and in a real Chromium on WebGL, and on WebGPU where Node has none. The files of both share one
 * process, in which modules are loaded once and programs compiled once; `isolated` are those that put other modules or
 * globals in place, each in a process of its own.
 */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [NUMERICS, ISOLATED, E2E, GALLERY, ENGINES],
          environment: "node",
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "isolated",
          include: [ISOLATED],
          environment: "node",
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: [E2E],
          environment: "node",
          globalSetup: "test/e2e/globalSetup.ts",
          fileParallelism: false,
          // A page on a software adapter and a busy machine answers late, whatever is asked of it.
          expect: { poll: { timeout: 120_000 } },
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "gallery",
          include: [GALLERY],
          environment: "node",
          globalSetup: "test/gallery/globalSetup.ts",
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "engines",
          include: [ENGINES],
          environment: "node",
          globalSetup: "test/e2e/globalSetup.ts",
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: "numerics-node",
          include: [NUMERICS],
          exclude: leftOut(SLOW_IN_NODE),
          environment: "node",
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        resolve: { alias: tensorflow },
        optimizeDeps: {
          include: [
            "@tensorflow/tfjs-backend-cpu",
            "@tensorflow/tfjs-backend-wasm",
            "@tensorflow/tfjs-backend-webgl",
            "@tensorflow/tfjs-backend-webgpu",
            "@tensorflow/tfjs-core",
            "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops",
            "@tensorflow/tfjs-core/dist/register_all_gradients",
            "fflate",
            "fzstd",
            "hyparquet",
            "ml-matrix",
            "papaparse",
            "zod",
          ],
        },
        test: {
          name: "numerics-browser",
          include: [NUMERICS],
          exclude: [...MADE_OF_OPERATIONS, ...leftOut(SLOW_ON_WEBGL)],
          provide: { webGpuIsTestedInNode },
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? undefined, args: CHROMIUM_ARGS },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
