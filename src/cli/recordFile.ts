import { basename } from "node:path";
import { saidOfErrors } from "../config/configError";
import { problem } from "../i18n/errors";
import { importedRun } from "../session/runs/imported";
import { openedRun } from "../session/runs/row";
import { texts } from "./errors";
import { readJson } from "./files";
import type { NamedRun } from "./reporting";

/**
 * A run from a record that was saved, called after its file.
 *
 * @throws PlaygroundError that names the file, and every field that is wrong in it
 */
export function runInFile(file: string): NamedRun {
  const read = importedRun(readJson(file));
  if (!read.ok) throw problem(texts.invalidConfig, { file, problem: saidOfErrors(read.errors) });
  return { name: basename(file, ".json"), run: openedRun(read.config.row, read.config.series) };
}
