import { existsSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { parseArgs } from "node:util";
import { formatErrors, saidOfErrors } from "../config/configError";
import { withDataset } from "../config/kinds";
import { parseConfig } from "../config/parse";
import { getIn, merge } from "../config/paths";
import { presetConfig } from "../config/presets";
import type { ConfigError, ExperimentConfig } from "../config/schema";
import { readFields, readPreset } from "../config/url/experiment";
import { picked } from "../data/readers/pickedFiles";
import { datasetName } from "../data/sources/files";
import type { DatasetFiles } from "../data/types";
import { PlaygroundError } from "../i18n/errors";

export const USAGE = `Usage: npm run experiment -- [options]

  --preset <id>          start from a preset of the page
  --config <file.json>   fields of a config, laid over the preset
  --set <field>=<value>  one field, as in the page's address; may be repeated
  --data <file>          a file of the user's own data set (IDX, CIFAR, NumPy, CSV); may be repeated
  --out <file.json>      write the record
  --csv <file.csv>       write the series
  --help                 print this`;

/** What a command line asks for. */
export interface CommandLine {
  config: ExperimentConfig;
  files: DatasetFiles | null;
  out: string | null;
  csv: string | null;
}

/**
 * Reads a command line.
 *
 * @returns null when only help is wanted
 * @throws Error that names every option, file or field that is wrong, and what is allowed
 */
export function readCommandLine(args: string[]): CommandLine | null {
  const { values } = parseArgs({
    args,
    options: {
      preset: { type: "string" },
      config: { type: "string" },
      set: { type: "string", multiple: true, default: [] },
      data: { type: "string", multiple: true, default: [] },
      out: { type: "string" },
      csv: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return null;
  const base = readBase(values.preset, values.config, values.data);
  return {
    config: applySettings(base, values.set),
    files: values.data.length > 0 ? { id: 0, files: picked(values.data.map(openFile)) } : null,
    out: writable("--out", values.out),
    csv: writable("--csv", values.csv),
  };
}

function readBase(preset: string | undefined, file: string | undefined, data: string[]): ExperimentConfig {
  const errors: ConfigError[] = [];
  const config = presetConfig(readPreset(preset, errors));
  if (errors.length > 0) throw new PlaygroundError(saidOfErrors(errors));
  const fields = file === undefined ? {} : readJson(file);
  const kind = data.length > 0 ? "files" : getIn(fields, "dataset.id");
  const base = withDataset(config, String(kind ?? config.dataset.id));
  const fromData = data.length > 0 ? { dataset: { name: datasetName(data.map((path) => basename(path))) } } : {};
  const result = parseConfig(merge(merge(base, fromData), fields));
  if (!result.ok) throw new Error(`${file ?? "config"}:\n${formatErrors(result.errors)}`);
  return result.config;
}

/** A mistyped folder is to be found out before the training, not after. */
function writable(option: string, path: string | undefined): string | null {
  if (path === undefined) return null;
  if (!existsSync(dirname(path))) throw new Error(`${option} ${path}: there is no folder ${dirname(path)}`);
  return path;
}

function readJson(file: string): unknown {
  const text = readFileSync(file, "utf8");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function applySettings(base: ExperimentConfig, settings: string[]): ExperimentConfig {
  const errors: ConfigError[] = [];
  const entries = settings.map((setting): [string, string] => {
    const at = setting.indexOf("=");
    if (at < 0) throw new Error(`--set ${setting}: write it as field=value, for example --set batchSize=32`);
    return [setting.slice(0, at), setting.slice(at + 1)];
  });
  const config = readFields(new Map(entries), base, errors);
  if (errors.length > 0) throw new PlaygroundError(saidOfErrors(errors));
  return config;
}

function openFile(path: string): File {
  return new File([readFileSync(path)], basename(path));
}
