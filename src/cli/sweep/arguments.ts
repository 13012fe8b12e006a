import { parseArgs } from "node:util";
import { saidOfErrors } from "../../config/configError";
import { isRecord } from "../../config/paths";
import type { ConfigError, ExperimentConfig } from "../../config/schema";
import { PlaygroundError, problem } from "../../i18n/errors";
import { say } from "../../i18n/message";
import { translate, translateAll } from "../../i18n/translate";
import { LAB_FIELDS } from "../../labs/fields";
import { parseLab } from "../../labs/parse";
import type { SweepConfig } from "../../labs/sweep/schema";
import { parseShard, type Shard, WHOLE } from "../../labs/sweep/shards";
import { readLabFields } from "../../session/address/labs";
import { readSettings } from "../command";
import { texts as commandErrors } from "../errors";
import { readJson, writable } from "../files";
import { alignColumns } from "../table";
import { texts } from "./errors";
import { texts as usageTexts } from "./texts";

/** Every option, as it is typed. */
const OPTIONS: Record<keyof typeof usageTexts.options, string> = {
  config: "--config <sweep.json>",
  set: "--set <field>=<value>",
  backend: "--backend <id>",
  shard: "--shard <i>/<n>",
  out: "--out <file.json>",
  list: "--list",
  merge: "--merge <part.json> ...",
  help: "--help",
};

/** What `--help` prints. */
export function usage(): string {
  const words = translateAll(usageTexts.options);
  const ids = Object.keys(OPTIONS) as (keyof typeof OPTIONS)[];
  const title = translate(say(usageTexts.usage, { command: "npm run sweep --" }));
  return `${title}\n\n${alignColumns(ids.map((id) => [`  ${OPTIONS[id]}`, words[id]]))}`;
}

/** Cells to be measured: a whole sweep, or a part of it. */
export interface RunCommand {
  kind: "run";
  sweep: SweepConfig;
  shard: Shard;
  backend: ExperimentConfig["backend"];
  out: string;
}

export interface MergeCommand {
  kind: "merge";
  files: string[];
  out: string;
}

/** What a command line asks for. */
export type SweepCommand = RunCommand | MergeCommand | (Pick<RunCommand, "sweep" | "shard"> & { kind: "list" });

/** Where a whole sweep goes unless said. */
const RESULT = "sweep-result.json";

/**
 * Reads a command line.
 *
 * @returns null when only help is wanted
 * @throws Error that names every option, file or field that is wrong, and what is allowed
 */
export function readSweepCommand(args: string[]): SweepCommand | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      config: { type: "string" },
      set: { type: "string", multiple: true, default: [] },
      backend: { type: "string" },
      shard: { type: "string" },
      out: { type: "string" },
      list: { type: "boolean", default: false },
      merge: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return null;
  if (values.merge) {
    const { config, set, backend, shard, list } = values;
    const others = { config, set: set.length > 0, backend, shard, list };
    return mergeCommand(positionals, others, values.out);
  }
  const [argument] = positionals;
  if (argument !== undefined) throw problem(texts.unknown, { argument });
  const shard = readShard(values.shard);
  const sweep = applySettings(readSweep(values.config), values.set);
  if (sweep.budget === "time" && shard.count > 1) throw problem(texts.timed, { shard: values.shard ?? "" });
  if (values.list) return { kind: "list", sweep, shard };
  const out = values.out ?? (shard.count > 1 ? `part-${shard.index}.json` : RESULT);
  return { kind: "run", sweep, shard, backend: readBackend(values.backend, sweep), out: checked(out) };
}

function mergeCommand(files: string[], others: Record<string, unknown>, out = RESULT): MergeCommand {
  const other = Object.keys(others).find((id) => others[id]);
  if (other) throw problem(texts.notBeside, { option: `--${other}` });
  if (files.length === 0) throw new PlaygroundError(texts.noParts);
  return { kind: "merge", files, out: checked(out) };
}

function checked(out: string): string {
  return writable("--out", out) ?? out;
}

function readShard(text: string | undefined): Shard {
  if (text === undefined) return WHOLE;
  const shard = parseShard(text);
  if (!shard) throw problem(texts.noShard, { shard: text });
  return shard;
}

function readBackend(text: string | undefined, { base }: SweepConfig): ExperimentConfig["backend"] {
  if (text === undefined) return base.backend;
  const allowed = LAB_FIELDS.sweep("base.backend", { base })?.options ?? [];
  if (!allowed.includes(text)) throw problem(texts.noBackend, { backend: text, allowed: allowed.join(", ") });
  return text as ExperimentConfig["backend"];
}

/** The settings in a file, or in a document that was measured with them. */
function readSweep(file: string | undefined): SweepConfig {
  const content = file === undefined ? {} : readJson(file);
  const isDocument = isRecord(content) && content.lab === "sweep";
  const result = parseLab("sweep", isDocument ? content.config : content);
  if (!result.ok)
    throw problem(commandErrors.invalidConfig, {
      file: file ?? commandErrors.config,
      problem: saidOfErrors(result.errors),
    });
  return result.config as SweepConfig;
}

function applySettings(sweep: SweepConfig, settings: string[]): SweepConfig {
  const errors: ConfigError[] = [];
  const config = readLabFields("sweep", readSettings(settings), sweep, errors);
  if (errors.length > 0) throw new PlaygroundError(saidOfErrors(errors));
  return config as SweepConfig;
}
