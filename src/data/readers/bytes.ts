import { saidOf } from "../../i18n/errors";
import { say } from "../../i18n/message";
import { DataError } from "../errors";
import { texts } from "./errors";

/** @throws DataError when the file is gone or may not be read, or is damaged in its archive */
export async function bytesOf(blob: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(say(texts.unreadable, { name, reason: saidOf(error) }));
  }
}

export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

/** The mark of an archive's first file, of its end where it is empty, or of a first part (PKWARE's APPNOTE.TXT, 4.3). */
export function isZip(start: Uint8Array): boolean {
  const mark = `${start[2]} ${start[3]}`;
  return start[0] === 0x50 && start[1] === 0x4b && ["3 4", "5 6", "7 8"].includes(mark);
}
