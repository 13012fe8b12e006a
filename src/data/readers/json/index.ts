import { say } from "../../../i18n/message";
import type { LabeledSets } from "../../assembly/labeled";
import { textOf } from "../../charset";
import { DataError } from "../../errors";
import { interpretTables } from "../../interpretation/interpret";
import type { Table } from "../../interpretation/table";
import type { LoadTools } from "../../types";
import { bytesOf } from "../bytes";
import { mayBeText } from "../csv/looksLikeTable";
import { plainFiles } from "../pickedFiles";
import { byNumber } from "../tables/names";
import type { Reader, ReaderWish } from "../types";
import { texts } from "./errors";
import { LOOKED_AT, looksLikeRecords } from "./looksLikeRecords";
import { parseTables } from "./tables";

/** Bytes of a file that are read: as text it takes up twice as much. */
const LARGEST_TEXT = 128 * 2 ** 20;

/** Records and columns in a text of JSON. */
export const json: Reader = {
  id: "json",
  label: "records in JSON and JSONL",
  recognizes: async (start) => {
    if (!mayBeText(start.bytes)) return false;
    const { text } = await textOf(await start.read(LOOKED_AT));
    return looksLikeRecords(text, start.name);
  },
  yields: true,
  read: (files, wish, tools) => readJson(plainFiles(files), wish, tools),
};

/**
 * Reads tables in texts of JSON (tables.ts), and interprets them as those of CSV are.
 *
 * @throws DataError naming file and record of what is wrong
 */
async function readJson(
  files: File[],
  { interpretation }: ReaderWish,
  { signal, onProgress }: LoadTools,
): Promise<LabeledSets> {
  const tables: Table[] = [];
  for (const [i, file] of byNumber(files).entries()) {
    signal?.throwIfAborted();
    if (file.size > LARGEST_TEXT)
      throw new DataError(say(texts.tooLarge, { name: file.name, size: file.size, most: LARGEST_TEXT }));
    const { text } = await textOf(await bytesOf(file, file.name));
    tables.push(...parseTables(text, file.name));
    onProgress?.((i + 1) / files.length);
  }
  return interpretTables(tables, interpretation);
}
