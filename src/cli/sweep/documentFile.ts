import { existsSync, renameSync, writeFileSync } from "node:fs";
import { saidOfErrors } from "../../config/configError";
import { equal } from "../../config/paths";
import { recordToJson } from "../../export/json";
import { problem, saidOf } from "../../i18n/errors";
import { translate } from "../../i18n/translate";
import { documentOf, readSweepDocument, type SweepDocument } from "../../labs/sweep/document";
import { assertSameSweep } from "../../labs/sweep/merge";
import { shardName, WHOLE } from "../../labs/sweep/shards";
import { texts as commandErrors } from "../errors";
import { readJson } from "../files";
import type { RunCommand } from "./arguments";
import { texts } from "./errors";

/** Files of sweeps. */

/** @throws PlaygroundError that names the file, and what is wrong with it */
export function readDocument(file: string): SweepDocument {
  if (!existsSync(file)) throw problem(commandErrors.noFile, { file });
  const read = readSweepDocument(readJson(file));
  if (!read.ok) throw problem(commandErrors.invalidConfig, { file, problem: saidOfErrors(read.errors) });
  return read.config;
}

/** All of it at once: whoever is killed meanwhile leaves the file as it was before. */
export function writeDocument(file: string, document: SweepDocument): void {
  const unfinished = `${file}.tmp`;
  writeFileSync(unfinished, recordToJson(document), { flush: true });
  renameSync(unfinished, file);
}

/**
 * What an earlier run of the same command has written.
 *
 * @returns null where there is no such file
 * @throws PlaygroundError where the file is of another sweep, of another part of it, or none: it stays as it is
 */
export function earlierDocument({ out, sweep, shard }: RunCommand): SweepDocument | null {
  if (!existsSync(out)) return null;
  const document = goOnFrom(out);
  const found = document.shard ?? WHOLE;
  if (!equal(found, shard))
    throw problem(texts.otherShard, { file: out, found: shardName(found), asked: shardName(shard) });
  const asked = { ...document, config: sweep };
  attempt(out, () => assertSameSweep({ name: translate(texts.settings), document: asked }, { name: out, document }));
  return documentOf(sweep, shard, document.rows, document.sources);
}

function goOnFrom(file: string): SweepDocument {
  return attempt(file, () => readDocument(file));
}

function attempt<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw problem(texts.otherFile, { file, reason: saidOf(error) }, { cause: error });
  }
}
