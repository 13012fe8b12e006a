import { messageOf } from "../../engine/messageOf";
import { DataError } from "../types";

/** @throws DataError when the file is gone or may not be read */
export async function bytesOf(blob: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    throw new DataError(
      `${name} could not be read (${messageOf(error)}). Was it moved or changed after it was picked?`,
    );
  }
}

export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}
