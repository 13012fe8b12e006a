import type { LabResult } from "../labs/types";
import type { RunRecord } from "../record/record";

/** Numbers that are written as one piece. */
const AT_ONCE = 4096;

/**
 * A record as a JSON document, one line per learner's column so that it stays readable and diffable: lists of numbers stand on a line,
 * all else is indented.
 */
export function recordToJson(record: RunRecord | LabResult): string {
  return [...recordPieces(record)].join("");
}

/** The same piece by piece: a long run's document is longer than any text can be. */
export function* recordPieces(record: RunRecord | LabResult): Generator<string, void> {
  yield* pieces(record, "\n");
  yield "\n";
}

/** @param line what begins a line of what holds the value */
function* pieces(value: unknown, line: string): Generator<string, void> {
  if (Array.isArray(value) && value.length > 0) yield* isPlain(value) ? row(value) : lines(value, "[]", line);
  else if (isFilled(value)) yield* lines(value, "{}", line);
  else yield JSON.stringify(value) ?? "null";
}

/** Indented by one more. */
function* lines(value: object, [open, close]: string, line: string): Generator<string, void> {
  const isList = Array.isArray(value);
  let before = open;
  for (const [key, content] of Object.entries(value)) {
    if (content === undefined && !isList) continue;
    yield `${before}${line} ${isList ? "" : `${JSON.stringify(key)}: `}`;
    yield* pieces(content, `${line} `);
    before = ",";
  }
  yield `${line}${close}`;
}

function* row(values: readonly unknown[]): Generator<string, void> {
  for (let from = 0; from < values.length; from += AT_ONCE) {
    const some = values.slice(from, from + AT_ONCE).map((value) => JSON.stringify(value) ?? "null");
    yield (from === 0 ? "[ " : ", ") + some.join(", ");
  }
  yield " ]";
}

/** Whether a list holds neither texts nor anything that has parts. */
function isPlain(values: readonly unknown[]): boolean {
  return values.every((value) => value === null || (typeof value !== "object" && typeof value !== "string"));
}

/** Whether it is an object with a field that is written. */
function isFilled(value: unknown): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).some((content) => content !== undefined)
  );
}
