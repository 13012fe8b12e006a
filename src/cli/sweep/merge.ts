import { say } from "../../i18n/message";
import { translate } from "../../i18n/translate";
import { cellsOf } from "../../labs/sweep/grid";
import { mergeParts } from "../../labs/sweep/merge";
import type { MergeCommand } from "./arguments";
import { cellName } from "./cellNames";
import { readDocument, writeDocument } from "./documentFile";
import { texts } from "./texts";

/** How it is reported that a document was written, and that cells are missing in it. */
const INCOMPLETE = 2;

/**
 * Writes one document of all parts, and says which cells are in none of them.
 *
 * @returns the exit status
 * @throws PlaygroundError where a part cannot be read, or the parts contradict each other; nothing is written then
 */
export function merge({ files, out }: MergeCommand): number {
  const { document, missing } = mergeParts(files.map((name) => ({ name, document: readDocument(name) })));
  writeDocument(out, document);
  const { config, sources, environment } = document;
  const total = cellsOf(config).length;
  console.error(translate(say(texts.written, { file: out, done: total - missing.length, total })));
  if (sources.every((source) => source.environment.adapter !== environment.adapter))
    console.error(translate(say(texts.mixed, { adapters: environment.adapter })));
  if (missing.length === 0) return 0;
  const lines = missing.map((cell) => `  ${cellName(config, cell)}`);
  console.error([translate(say(texts.missing, { count: missing.length })), ...lines].join("\n"));
  return INCOMPLETE;
}
