/** Why a text is no phi, and the characters that the explanation is about. */
export class Refusal extends Error {
  readonly at: number;
  readonly length: number;

  /** @param at 0-based */
  constructor(at: number, length: number, message: string) {
    super(message);
    this.at = at;
    this.length = length;
  }
}
