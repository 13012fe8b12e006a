import { PlaygroundError } from "../../i18n/errors";
import type { Said } from "../../i18n/message";

/** Why a text is no phi, and the characters that the explanation is about. */
export class Refusal extends PlaygroundError {
  readonly at: number;
  readonly length: number;

  /** @param at 0-based */
  constructor(at: number, length: number, said: Said) {
    super(said);
    this.at = at;
    this.length = length;
  }
}
