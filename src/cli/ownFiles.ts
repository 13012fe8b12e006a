import { openAsBlob, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { assertFew, isHidden } from "../data/readers/pickedFiles";
import type { DatasetFiles, PickedFile } from "../data/types";
import { problem } from "../i18n/errors";
import { texts } from "./errors";

/** Files and folders of a user's own that a command line names. */

/** A file: where it lies on the disk, and in what was named, as a page has it of a folder that is dropped. */
export interface OwnPath {
  file: string;
  path: string;
}

/**
 * All files that are named, and those in folders and their folders. Hidden ones in folders are left out, as on the page.
 *
 * @throws PlaygroundError where there is no such file, or there are more than are read
 */
export function ownPaths(named: readonly string[]): OwnPath[] {
  const found: OwnPath[] = [];
  for (const file of named) {
    if (!statSync(file, { throwIfNoEntry: false })) throw problem(texts.noFile, { file });
    walk({ file, path: basename(resolve(file)) }, found, new Set());
  }
  return found;
}

/** @param outer folders around it: one that leads back to itself is not gone through again */
function walk({ file, path }: OwnPath, found: OwnPath[], outer: ReadonlySet<string>): void {
  const entry = statSync(file, { throwIfNoEntry: false });
  if (entry?.isFile()) found.push({ file, path });
  assertFew(found.length);
  if (!entry?.isDirectory()) return;
  const folder = realpathSync(file);
  if (outer.has(folder)) return;
  for (const name of readdirSync(file).sort())
    if (!isHidden(name)) walk({ file: join(file, name), path: `${path}/${name}` }, found, new Set([...outer, folder]));
}

/** The bytes stay on the disk until they are read. */
export async function openOwnFiles(paths: readonly OwnPath[]): Promise<DatasetFiles | null> {
  if (paths.length === 0) return null;
  return { id: 0, files: await Promise.all(paths.map(openOne)) };
}

async function openOne({ file, path }: OwnPath): Promise<PickedFile> {
  return { file: new File([await openAsBlob(file)], basename(path)), path };
}
