import { defineTexts, type Said, say } from "../../../i18n/message";
import { DataError } from "../../errors";

/** What can be wrong with a ZIP archive. */
export const texts = defineTexts("errors.zip", {
  tooManyFiles: "{name} says that it holds more than {most} files; at most so many are read.",
  noDirectory:
    "{name} has no directory of a ZIP archive at its end, so it was cut short or is something else ({reason}).",
  refused: "{name} cannot be read: it is {reason}.",
  /** Why a file in an archive is left out; after its count as well. */
  encrypted: "encrypted: pack it without a password",
  packedBy: "compressed by {method}: pack it by deflate, which every program offers for ZIP",
  large: "{size} bytes once decompressed, of at most {most}",
  damaged: "{name} is not a complete ZIP archive, it is damaged or cut short: {reason}.",
  impossible: "{path} would grow from {packedSize} to {size} bytes, more than is possible",
  overlapping: "its files would take up more bytes than it has",
  wrongSize: "{path} has {found} bytes, not {size}",
  misplaced: "{path} is not where it should be",
  wrongChecksum: "{path} does not match its checksum",
  broken: "{path}: {reason}",
});

export function damagedZip(name: string, reason: Said): DataError {
  return new DataError(say(texts.damaged, { name, reason }));
}

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.zip": typeof texts;
  }
}
