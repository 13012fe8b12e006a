import { spawnSync } from "node:child_process";

/** `npm run test:thorough`: runs of every kind, to the bit, on WebGPU as well (test/support/thorough.ts). */

const args = ["run", "--project", "numerics-node", "test/training/golden", "test/training/stateDict"];
const { status } = spawnSync("vitest", args, { stdio: "inherit", env: { ...process.env, THOROUGH: "1" } });
process.exit(status ?? 1);
