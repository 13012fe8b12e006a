import type { Said } from "../../i18n/message";
import { defaults, parseConfig } from "../parse";
import { setIn } from "../paths";
import type { ExperimentConfig } from "../schema";
import { changedLeaves } from "../url/fields";
import { placeOf, scanJson } from "./scan";

/** Something that is wrong with the text, and where; lines and columns count from 1. */
export interface TextMessage {
  line: number;
  column: number;
  /** Of the field; empty where it is the text itself. */
  path: string;
  said: Said;
}

export type TextResult = { ok: true; config: ExperimentConfig } | { ok: false; messages: TextMessage[] };

/**
 * A config as JSON.
 *
 * @param whole every field; else only what the schema would not fill in by itself
 */
export function writeConfig(config: ExperimentConfig, whole: boolean): string {
  return JSON.stringify(whole ? config : differing(config), null, 2);
}

/**
 * Reads what a person has written. Never throws.
 *
 * @returns the complete config, or all that is wrong, in the order of the lines
 */
export function readConfig(text: string): TextResult {
  const scan = scanJson(text);
  if (!scan.ok) return { ok: false, messages: [{ ...lineOf(text, scan.at), path: "", said: scan.said }] };
  const result = parseConfig(JSON.parse(text));
  if (result.ok) return result;
  const messages = result.errors.map(({ path, said }) => ({ ...lineOf(text, placeOf(scan.places, path)), path, said }));
  return { ok: false, messages: messages.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** The offset at which a line begins, and the one at which it ends. */
export function rangeOfLine(text: string, line: number): [start: number, end: number] {
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return [start, start + (lines[line - 1]?.length ?? 0)];
}

function lineOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** What has to be written for it to be read back: kinds that are not the first, and fields that are not at their kind's defaults. */
function differing(config: ExperimentConfig): unknown {
  const { dataset, encoder } = config;
  const kinds = parseConfig({ dataset: { id: dataset.id }, encoder: { id: encoder.id } });
  const base = kinds.ok ? kinds.config : defaults();
  const plain = defaults();
  let written: object = {};
  if (dataset.id !== plain.dataset.id) written = setIn(written, "dataset.id", dataset.id);
  if (encoder.id !== plain.encoder.id) written = setIn(written, "encoder.id", encoder.id);
  for (const [path, value] of changedLeaves(base, config)) written = setIn(written, path, value);
  return written;
}
