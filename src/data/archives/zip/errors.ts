import { defineTexts } from "../../../i18n/message";

/** What can be wrong with a ZIP archive. */
export const texts = defineTexts("errors.zip", {
  tooManyFiles: "{name} says that it holds {count} files; at most {most} are read.",
  tooLarge: "{name} would take up {size} bytes once decompressed; at most {most} are read.",
  unknownMethod: "{name}/{path} is compressed by method {method}; deflate (8) and none (0) are read.",
  damaged: "{name} is not a complete ZIP archive, it is damaged or cut short: {reason}.",
  outside: "its directory lies beyond its end",
  shortDirectory: "its directory ends after {found} of {count, plural, one {1 file} other {# files}}",
  impossible: "{path} would grow from {packedSize} to {size} bytes, more than is possible",
  noDirectory: "it has no directory",
  misplaced: "{path} is not where it should be",
  wrongChecksum: "{path} does not match its checksum",
  broken: "{path}: {reason}",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.zip": typeof texts;
  }
}
