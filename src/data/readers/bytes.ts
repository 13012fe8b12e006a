import { saidOf } from "../../i18n/errors";
import { say } from "../../i18n/message";
import { DataError } from "../errors";
import { texts } from "./errors";

/** @throws DataError when the file is gone or may not be read */
export async function bytesOf(blob: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    throw new DataError(say(texts.unreadable, { name, reason: saidOf(error) }));
  }
}

export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}
