import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { CHROMIUM_ARGS, findChromium } from "./scripts/chromium.ts";
import { softwareVulkan } from "./scripts/softwareVulkan.ts";

// For the processes that run the tests: they get this one's environment.
Object.assign(process.env, softwareVulkan());
/** The same implementation of WebGPU (Dawn) on the same software adapter: once is enough for the numerics. */
const webGpuIsTestedInNode = process.env.VK_DRIVER_FILES !== undefined;

/**
 * Encoders and trainings, made of operations that have tests of their own: on CPU, WASM and WebGPU they say as much as on
 * WebGL.
 */
const MADE_OF_OPERATIONS = [
  "boundTrained",
  "carriedState",
  "cohort",
  "divergence",
  "encoderNorm",
  "fineTuning",
  "gradientProbe",
  "models",
  "supervised",
  "temperatureRules",
  "trainer",
].map((name) => `test/numerics/${name}.test.ts`);

/**
 * `unit`: plain Node. `numerics` runs the same files twice: in Node on the backends it has (CPU, WASM, and
 * WebGPU through Dawn), and in a real Chromium on WebGL, and on WebGPU where Node has none.
 */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["test/unit/**/*.test.ts"], environment: "node", testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
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
          name: "numerics-node",
          include: ["test/numerics/**/*.test.ts"],
          environment: "node",
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        optimizeDeps: {
          include: [
            "@tensorflow/tfjs",
            "@tensorflow/tfjs-backend-webgpu",
            "@tensorflow/tfjs-backend-wasm",
            "@stdlib/stats-base-dists-t-quantile",
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
          include: ["test/numerics/**/*.test.ts"],
          exclude: MADE_OF_OPERATIONS,
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
