import { DataError } from "../../../data/errors";
import { assertFew, isHidden } from "../../../data/readers/pickedFiles";
import type { PickedFile } from "../../../data/types";
import { say } from "../../../i18n/message";
import { texts } from "./errors";

/**
 * Finds all files in dropped folders, with their paths. Hidden ones are left out.
 *
 * @throws DataError when a folder cannot be read, or there are more files than are read
 */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<PickedFile[]> {
  const found: PickedFile[] = [];
  const folders: FileSystemDirectoryEntry[] = [];
  const add = async (batch: readonly FileSystemEntry[]) => {
    const shown = batch.filter(({ name }) => !isHidden(name));
    const files = shown.filter(isFile);
    assertFew(found.length + files.length);
    for (const folder of shown.filter(isFolder)) folders.push(folder);
    for (const file of await Promise.all(files.map(pickedFrom))) found.push(file);
  };
  await add(entries);
  // Grows by the folders that are found on the way.
  for (const folder of folders) for await (const batch of batchesOf(folder)) await add(batch);
  return found;
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** Browsers hand over a folder in parts, the last of which is empty. */
async function* batchesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry[]> {
  const reader = folder.createReader();
  for (;;) {
    const batch = await asked<FileSystemEntry[]>(folder, (done, failed) => reader.readEntries(done, failed));
    if (batch.length === 0) return;
    yield batch;
  }
}

async function pickedFrom(entry: FileSystemFileEntry): Promise<PickedFile> {
  const file = await asked<File>(entry, (done, failed) => entry.file(done, failed));
  return { file, path: pathOf(entry) };
}

function asked<T>(
  entry: FileSystemEntry,
  ask: (done: (answer: T) => void, failed: (error: DOMException) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    ask(resolve, ({ message }) =>
      reject(new DataError(say(texts.unreadable, { path: pathOf(entry), reason: message }))),
    );
  });
}

/** Without the slash that stands for the root of what was dropped. */
function pathOf({ fullPath }: FileSystemEntry): string {
  return fullPath.replace(/^\//, "");
}
