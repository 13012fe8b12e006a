import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { problem, saidOf } from "../i18n/errors";
import { texts } from "./errors";

/** Files that a command line names. */

/** A mistyped folder is to be found out before the training, not after. */
export function writable(option: string, path: string | undefined): string | null {
  if (path === undefined) return null;
  const folder = dirname(path);
  if (!existsSync(folder)) throw problem(texts.noFolder, { option, path, folder });
  return path;
}

/** The content of a JSON file. */
export function readJson(file: string): unknown {
  const text = readFileSync(file, "utf8");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw problem(texts.noJson, { file, reason: saidOf(error) }, { cause: error });
  }
}
