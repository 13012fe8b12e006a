import { say } from "../../../i18n/message";
import type { LabeledSets } from "../../assembly/labeled";
import { textOf } from "../../charset";
import { DataError } from "../../errors";
import { interpretTables } from "../../interpretation/interpret";
import type { Table } from "../../interpretation/table";
import type { LoadTools } from "../../types";
import { bytesOf } from "../bytes";
import { plainFiles } from "../pickedFiles";
import type { Reader, ReaderWish } from "../types";
import { texts } from "./errors";
import { LOOKED_AT, looksLikeTable, mayBeText } from "./looksLikeTable";
import { parseTable } from "./table";

/** Bytes of a file that are read: as text it takes up twice as much. */
const LARGEST_TEXT = 128 * 2 ** 20;

/** Tables, as text. */
export const csv: Reader = {
  id: "csv",
  label: "CSV",
  endings: [".csv", ".tsv", ".tab"],
  recognizes: async (start) => mayBeText(start.bytes) && looksLikeTable(await start.read(LOOKED_AT)),
  read: (files, wish, tools) => readCsv(plainFiles(files), wish, tools),
};

/**
 * Reads tables as text (table.ts) in any encoding, and interprets them: what is samples, labels, views, a test set.
 *
 * @throws DataError naming file, row and column of what is wrong
 */
async function readCsv(
  files: File[],
  { interpretation }: ReaderWish,
  { signal, onProgress }: LoadTools,
): Promise<LabeledSets> {
  const tables: Table[] = [];
  for (const [i, file] of files.entries()) {
    signal?.throwIfAborted();
    if (file.size > LARGEST_TEXT)
      throw new DataError(say(texts.tooLarge, { name: file.name, size: file.size, most: LARGEST_TEXT }));
    const { text } = await textOf(await bytesOf(file, file.name));
    tables.push(parseTable(text, file.name, interpretation?.decimal));
    onProgress?.((i + 1) / files.length);
  }
  return interpretTables(tables, interpretation);
}
