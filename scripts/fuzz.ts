import { spawnSync } from "node:child_process";

/** `npm run fuzz`: 10,000 inputs a door, or as many as are asked for: `npm run fuzz -- 100000`. */
const [runs = "10000"] = process.argv.slice(2);
const args = ["run", "--project", "unit", "test/fuzz", "test/data/fuzz"];
const { status } = spawnSync("vitest", args, { stdio: "inherit", env: { ...process.env, FUZZ: runs } });
process.exit(status ?? 1);
