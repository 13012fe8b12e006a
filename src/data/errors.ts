import { PlaygroundError } from "../i18n/errors";
import { defineTexts, type Said, say } from "../i18n/message";

/** What was wrong with a user's data: a text for people, naming the file. */
export class DataError extends PlaygroundError {
  override name = "DataError";
}

/** A file is something else than its reader expects: what else is read belongs to the answer. */
export class WrongFormatError extends DataError {
  override name = "WrongFormatError";

  /** The same, with one more sentence. */
  with(advice: Said): DataError {
    return new DataError(say(texts.advised, { problem: this.said, advice }));
  }
}

/** How texts about data are put together. */
const texts = defineTexts("errors.data", {
  advised: "{problem} {advice}",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.data": typeof texts;
  }
}
