import { DataError } from "../errors";
import type { Outline } from "./outline";

/** What was wrong with data of which enough was read to say otherwise what is what. */
export class MisreadError extends DataError {
  readonly outline: Outline;

  constructor(error: DataError, outline: Outline) {
    super(error.said, { cause: error });
    this.outline = outline;
  }
}

/** An error with what was found, where it is about the data and has not got that yet. */
export function misread(error: unknown, outline: Outline | null | undefined): unknown {
  return error instanceof DataError && !(error instanceof MisreadError) && outline
    ? new MisreadError(error, outline)
    : error;
}
