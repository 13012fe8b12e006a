import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeConfigDiff } from "../src/config/diff";
import { findPreset, PRESETS, presetConfig } from "../src/config/presets";
import type { Preset } from "../src/config/presets/preset";
import type { Thumbnail } from "../src/config/presets/thumbnail";
import { type RunRecord, recordSchema } from "../src/record/record";
import { fingerprint } from "./thumbnails/fingerprint";
import { reduceRecord } from "./thumbnails/reduce";

/**
 * `npm run presets:thumbnails [-- <preset> ...] [--records <folder>]`: runs presets to their end, one after the other, and
 * writes the picture of each for the gallery of presets. Takes hours for all of them on a CPU. Records are left in the folder,
 * and a record of a preset's present settings that lies there is not measured again.
 */

const FOLDER = "src/config/presets/thumbnails";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { records: { type: "string" } } });
const records = values.records ?? mkdtempSync(join(tmpdir(), "presets-"));
mkdirSync(records, { recursive: true });
const wanted = positionals.length > 0 ? positionals.map(presetCalled) : PRESETS;
for (const preset of wanted) writeThumbnail(preset);

function presetCalled(id: string): Preset {
  const preset = findPreset(id);
  if (!preset) throw new Error(`There is no preset "${id}"; there are ${PRESETS.map((item) => item.id).join(", ")}.`);
  return preset;
}

function writeThumbnail(preset: Preset): void {
  const file = join(records, `${preset.id}.json`);
  const record = recordAt(file, preset) ?? measure(file, preset);
  const thumbnail = JSON.stringify(thumbnailOf(preset, record));
  writeFileSync(join(FOLDER, `${preset.id}.json`), `${thumbnail}\n`);
  console.log(
    `${preset.id}: ${thumbnail.length} bytes from ${record.stepsDone} steps on ${record.environment.backend}.`,
  );
}

/** A finished run of the preset as it is now; null where there is none. */
function recordAt(file: string, { id }: Preset): RunRecord | null {
  if (!existsSync(file)) return null;
  const record = recordSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const isSame = describeConfigDiff(presetConfig(id), record.config).length === 0;
  return isSame && record.stepsDone === record.config.steps ? record : null;
}

function measure(file: string, preset: Preset): RunRecord {
  const args = ["--import", "tsx", "src/cli/experiment.ts", "--preset", preset.id, "--out", file];
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const record = status === 0 ? recordAt(file, preset) : null;
  if (!record) throw new Error(`${preset.id} did not run to its end.`);
  return record;
}

function thumbnailOf(preset: Preset, record: RunRecord): Thumbnail {
  const { backend, adapter } = record.environment;
  if (backend === "pytorch") throw new Error("A thumbnail is of a run of the page's own.");
  return {
    preset: preset.id,
    settings: fingerprint(preset),
    date: record.startedAt.slice(0, 10),
    backend,
    adapter,
    durationMs: Math.round(record.durationMs),
    metric: preset.chart,
    ...reduceRecord(record, preset.chart),
  };
}
