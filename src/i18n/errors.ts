import { type Message, type Said, say, type TextValue } from "./message";
import { texts } from "./texts";
import { english } from "./translate";

/**
 * An error that users read is a code with parameters; its sentence is made where it is shown, by the page or the command
 * line. `message` is the English one, for logs.
 */
export class PlaygroundError extends Error {
  /** Crosses to the page as it is; `said.id` is the code. */
  readonly said: Said;

  constructor(said: Said, options?: ErrorOptions) {
    super(english(said), options);
    this.name = "PlaygroundError";
    this.said = said;
  }
}

/** What an error has to say. One that is not the program's own, and knows no languages, says its message. */
export function saidOf(error: unknown): Said {
  if (typeof error === "object" && error !== null && "said" in error && isSaid(error.said)) return error.said;
  return verbatim(error instanceof Error ? error.message : String(error));
}

/** A text that nobody translates, such as what a browser or a server said. */
export function verbatim(text: string): Said {
  return say(texts.verbatim, { text });
}

/** Whether a value is a text with its arguments. */
export function isSaid(value: unknown): value is Said {
  return typeof value === "object" && value !== null && "id" in value && "text" in value;
}

/** An error with parameters: `throw problem(texts.tooFew, { least: 2 })`. */
export function problem<Args extends Readonly<Record<string, TextValue>>>(
  message: Message<Args>,
  args: Args,
  options?: ErrorOptions,
): PlaygroundError {
  return new PlaygroundError(say(message, args), options);
}
