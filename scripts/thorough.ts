import { spawnSync } from "node:child_process";

/** `npm run test:thorough`: runs of every kind, to the bit, on WebGPU as well, and the pictures of the gallery (test/support/thorough.ts). */

const projects = ["--project", "numerics-node", "--project", "gallery"];
const args = ["run", ...projects, "test/training/golden", "test/training/stateDict", "test/gallery"];
const { status } = spawnSync("vitest", args, { stdio: "inherit", env: { ...process.env, THOROUGH: "1" } });
process.exit(status ?? 1);
