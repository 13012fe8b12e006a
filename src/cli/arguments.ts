import { parseArgs } from "node:util";
import { saidOfErrors } from "../config/configError";
import { withDataset } from "../config/kinds";
import { parseConfig } from "../config/parse";
import { getIn, merge } from "../config/paths";
import { presetConfig } from "../config/presets";
import type { ConfigError, ExperimentConfig } from "../config/schema";
import { readFields, readPreset } from "../config/url/experiment";
import { datasetName } from "../data/sources/files";
import type { Checkpoint } from "../export/checkpoint";
import { PlaygroundError, problem } from "../i18n/errors";
import { translateAll } from "../i18n/translate";
import { openCheckpoint } from "./checkpoint";
import { readSettings } from "./command";
import { type EmbeddingFiles, embeddingFiles } from "./embeddings";
import { texts } from "./errors";
import { readJson, writable } from "./files";
import { type OwnPath, ownPaths } from "./ownFiles";
import { runInFile } from "./recordFile";
import type { NamedRun } from "./reporting";
import { texts as usageTexts } from "./texts";

/** Every option, as it is typed. */
const OPTIONS: Record<keyof typeof usageTexts.options, string> = {
  preset: "--preset <id>",
  config: "--config <file.json>",
  set: "--set <field>=<value>",
  data: "--data <file or folder>",
  out: "--out <file.json>",
  csv: "--csv <file.csv>",
  report: "--report <file.html>",
  embeddings: "--embeddings <file.npz>",
  split: "--split <name>",
  pytorch: "--pytorch <folder>",
  checkpoint: "--checkpoint <file.safetensors>",
  resume: "--resume <file.safetensors>",
  compare: "--compare <file.json>",
  help: "--help",
};

/** What `--help` prints. */
export function usage(): string {
  const { options, usage: title } = translateAll(usageTexts);
  const width = Math.max(...Object.values(OPTIONS).map(({ length }) => length)) + 2;
  const ids = Object.keys(OPTIONS) as (keyof typeof OPTIONS)[];
  const lines = ids.map((id) => `  ${OPTIONS[id].padEnd(width)}${options[id]}`);
  return [title({ command: "npm run experiment --" }), "", ...lines].join("\n");
}

/** What a command line asks for. */
export interface CommandLine {
  /** Id of the preset that it starts from. */
  preset: string | null;
  config: ExperimentConfig;
  /** Files of the user's own. */
  data: OwnPath[];
  out: string | null;
  csv: string | null;
  report: string | null;
  /** What of the learners' embeddings is written at the end. */
  embeddings: EmbeddingFiles | null;
  /** Records that the run is compared with. */
  compare: NamedRun[];
  /** Where the experiment is written to as a program in PyTorch, in place of being trained. */
  pytorch: string | null;
  /** Where the run is written to when it ends or is interrupted, to be gone on from. */
  checkpoint: string | null;
  /** What is gone on from. */
  resume: Checkpoint | null;
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
      report: { type: "string" },
      embeddings: { type: "string" },
      split: { type: "string" },
      pytorch: { type: "string" },
      checkpoint: { type: "string" },
      resume: { type: "string" },
      compare: { type: "string", multiple: true, default: [] },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return null;
  const resume = values.resume === undefined ? null : openCheckpoint(values.resume);
  const data = ownPaths(values.data);
  const others = [values.preset && "--preset", values.config && "--config", values.set.length > 0 && "--set"];
  if (resume && others.some(Boolean)) throw problem(texts.resumeAlone, { option: others.find(Boolean) || "" });
  const config = resume?.config ?? applySettings(readBase(values.preset, values.config, data), values.set);
  return {
    preset: values.preset ?? null,
    config,
    data,
    out: writable("--out", values.out),
    csv: writable("--csv", values.csv),
    report: writable("--report", values.report),
    embeddings: embeddingFiles(values.embeddings, values.split, config),
    pytorch: writable("--pytorch", values.pytorch),
    checkpoint: writable("--checkpoint", values.checkpoint),
    compare: values.compare.map(runInFile),
    resume,
  };
}

function readBase(preset: string | undefined, file: string | undefined, data: OwnPath[]): ExperimentConfig {
  const errors: ConfigError[] = [];
  const config = presetConfig(readPreset(preset, errors));
  if (errors.length > 0) throw new PlaygroundError(saidOfErrors(errors));
  const fields = file === undefined ? {} : readJson(file);
  const kind = data.length > 0 ? "files" : getIn(fields, "dataset.id");
  const base = withDataset(config, String(kind ?? config.dataset.id));
  const fromData = data.length > 0 ? { dataset: { name: datasetName(data.map(({ path }) => path)) } } : {};
  const result = parseConfig(merge(merge(base, fromData), fields));
  if (!result.ok)
    throw problem(texts.invalidConfig, { file: file ?? texts.config, problem: saidOfErrors(result.errors) });
  return result.config;
}

function applySettings(base: ExperimentConfig, settings: string[]): ExperimentConfig {
  const errors: ConfigError[] = [];
  const config = readFields(readSettings(settings), base, errors);
  if (errors.length > 0) throw new PlaygroundError(saidOfErrors(errors));
  return config;
}
