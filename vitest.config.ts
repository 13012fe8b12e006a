import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { CHROMIUM_ARGS, findChromium } from "./scripts/chromium.ts";
import { softwareVulkan } from "./scripts/softwareVulkan.ts";
import { tensorflow } from "./vite.config.ts";

// For the processes that run the tests: they get this one's environment.
Object.assign(process.env, softwareVulkan());
/** The same implementation of WebGPU (Dawn) on the same software adapter: once is enough for the numerics. */
const webGpuIsTestedInNode = process.env.VK_DRIVER_FILES !== undefined;

const named = (paths: string[]) => paths.map((path) => `${path}.numerics.test.ts`);

/**
 * Encoders, metrics and trainings, made of operations that have tests of their own: on CPU, WASM and WebGPU they say as much as on
 * WebGL.
 */
const MADE_OF_OPERATIONS = named([
  "test/labs/bound/trained",
  "test/metrics/*",
  "test/ops/{encoder,encoderNorm,headArms,measureBeside}",
  "test/training/*",
]);

/** On WebGL for `npm run test:thorough` alone: slow there, and made of the same operations as everywhere. */
const SLOW_ON_WEBGL = process.env.THOROUGH
  ? []
  : named(["test/objectives/*", "test/ops/{conv,lowPrecision,precisionTable}", "test/record/**/*"]);

/**
 * In Node for `npm run test:thorough` alone: trainings that compile many programs for WebGPU, whose parts (norms, classifier, head,
 * replay) have tests of their own.
 */
const SLOW_IN_NODE = process.env.THOROUGH ? [] : named(["test/ops/encoderNorm", "test/training/supervised"]);

const ISOLATED = "test/**/*.isolated.test.ts";
const NUMERICS = "test/**/*.numerics.test.ts";
const E2E = "test/e2e/**/*.test.ts";
const GALLERY = "test/gallery/*.test.ts";
const ENGINES = "test/engines/*.test.ts";

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
          testTimeout: 60_000,
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
          exclude: SLOW_IN_NODE,
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
            "mathjs/number",
            "ml-matrix",
            "papaparse",
            "zod",
          ],
        },
        test: {
          name: "numerics-browser",
          include: [NUMERICS],
          exclude: [...MADE_OF_OPERATIONS, ...SLOW_ON_WEBGL],
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
