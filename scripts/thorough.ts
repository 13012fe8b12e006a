import { spawnSync } from "node:child_process";
import { SLOW_IN_NODE, SLOW_ON_WEBGL } from "./slowTests";

/** `npm run test:thorough`: what is slow and seldom tells anything (test/support/thorough.ts). */

const projects = ["unit", "isolated", "numerics-node", "numerics-browser", "gallery", "e2e"].flatMap((project) => [
  "--project",
  project,
]);
const args = [
  "run",
  ...projects,
  "test/data/fuzz",
  "test/engine/replay",
  "test/engine/wasm/step",
  "test/export/pytorch",
  "test/labs/bound/trained",
  "test/ops/head/mixed",
  "test/training/branch",
  "test/training/carriedState",
  "test/training/probes/commonPass",
  "test/training/golden",
  "test/training/learning",
  "test/training/stateDict",
  "test/training/trainer",
  "test/gallery",
  "test/e2e/anchor",
  "test/e2e/api",
  "test/e2e/away",
  "test/e2e/axe",
  "test/e2e/cases",
  "test/e2e/ceiling",
  "test/e2e/data",
  "test/e2e/embed",
  "test/e2e/export",
  "test/e2e/faults",
  "test/e2e/files",
  "test/e2e/firstVisit",
  "test/e2e/keys",
  "test/e2e/labs",
  "test/e2e/language",
  "test/e2e/lasting",
  "test/e2e/learn",
  "test/e2e/lesson",
  "test/e2e/look",
  "test/e2e/objectives",
  "test/e2e/race",
  "test/e2e/realData",
  "test/e2e/slow",
  "test/e2e/engine",
  "test/e2e/tour",
  ...SLOW_ON_WEBGL,
  ...SLOW_IN_NODE,
];
const { status } = spawnSync("vitest", args, { stdio: "inherit", env: { ...process.env, THOROUGH: "1" } });
process.exit(status ?? 1);
