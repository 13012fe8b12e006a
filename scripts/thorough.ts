import { spawnSync } from "node:child_process";

/** `npm run test:thorough`: what is slow and seldom tells anything (test/support/thorough.ts). */

const projects = ["numerics-node", "numerics-browser", "gallery", "e2e"].flatMap((project) => ["--project", project]);
const args = [
  "run",
  ...projects,
  "test/training/golden",
  "test/training/learning",
  "test/training/stateDict",
  "test/training/supervised",
  "test/gallery",
  "test/e2e/language",
  "test/objectives",
  "test/ops/conv",
  "test/ops/encoderNorm",
  "test/ops/lowPrecision",
  "test/ops/precisionTable",
  "test/record",
];
const { status } = spawnSync("vitest", args, { stdio: "inherit", env: { ...process.env, THOROUGH: "1" } });
process.exit(status ?? 1);
