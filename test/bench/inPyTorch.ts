import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { armLabel } from "../../src/config/arms";
import { english } from "../../src/i18n/translate";
import type { RunRecord } from "../../src/record/record";
import { runPython } from "../support/pytorch/python";

/**
 * Where presets end here and in the script that they leave as (docs/pytorch.md): each with random numbers of its own, from the same
 * weights. Prints mean and standard deviation over the seeds: `npx tsx test/bench/inPyTorch.ts [preset ...]`.
 */
const PRESETS = ["points", "queue", "tiny-batch"];
const METRICS = ["infoNce", "gradientNorm", "knnAccuracy", "probeAccuracy"];

const presets = process.argv.length > 2 ? process.argv.slice(2) : PRESETS;
console.log("| preset | arm | metric | page | script | standard deviations apart |");
console.log("| --- | --- | --- | ---: | ---: | ---: |");
for (const preset of presets) for (const row of compare(preset)) console.log(`| ${row.join(" | ")} |`);

function compare(preset: string): string[][] {
  const folder = mkdtempSync(join(tmpdir(), "flatnce-pytorch-"));
  const [out, script] = [join(folder, "page.json"), join(folder, "script")];
  const base = ["--preset", preset, "--set", "backend=wasm"];
  experiment([...base, "--pytorch", script]);
  experiment([...base, "--out", out]);
  runPython([join(script, "train.py")]);
  const [page, other] = [recordAt(out), recordAt(join(script, "record.json"))];
  rmSync(folder, { recursive: true });
  return page.config.arms.flatMap((arm, index) =>
    METRICS.map((metric) => {
      const [here, there] = [lastOf(page, index, metric), lastOf(other, index, metric)];
      const spread = Math.sqrt((deviation(here) ** 2 + deviation(there) ** 2) / 2);
      const apart = Math.abs(mean(here) - mean(there)) / spread;
      return [preset, english(armLabel(arm)), metric, said(here), said(there), apart.toFixed(1)];
    }),
  );
}

function experiment(args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/cli/experiment.ts", ...args], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}

function recordAt(path: string): RunRecord {
  return JSON.parse(readFileSync(path, "utf8")) as RunRecord;
}

/** The last value of each seed. */
function lastOf({ learners }: RunRecord, arm: number, metric: string): number[] {
  return learners.flatMap((learner) => {
    if (learner.arm !== arm) return [];
    const column = (learner.series as Record<string, (number | null)[] | undefined>)[metric] ?? [];
    return column.findLast((value) => value !== null) ?? [];
  });
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: number[]): number {
  const center = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1));
}

function said(values: number[]): string {
  return `${mean(values).toPrecision(3)} ± ${deviation(values).toPrecision(2)}`;
}
