import { type Said, say } from "../i18n/message";
import { english } from "../i18n/translate";
import { texts } from "./errors";

/**
 * One thing wrong with a config: `path` as in `optimizer.learningRate`; `message` says in English what is allowed, `said` the
 * same for any language.
 */
export interface ConfigError {
  path: string;
  message: string;
  said: Said;
}

export function configError(path: string, said: Said): ConfigError {
  return { path, message: english(said), said };
}

/** One line for a person: `batchSize: must be at least 2`. */
export function formatErrors(errors: ConfigError[]): string {
  return english(saidOfErrors(errors));
}

/** The same as a text, a line each. */
export function saidOfErrors(errors: ConfigError[]): Said {
  const lines = errors.map(({ path, said }) => (path ? say(texts.line, { path, problem: said }) : said));
  return lines.reduce((first, other) => say(texts.lines, { first, other }), lines.shift() ?? texts.nothing);
}

/** Joins reasons: `a; b`. */
export function reasonsOf(saids: Said[]): Said {
  const [first = texts.nothing, ...others] = saids;
  return others.reduce((before, other) => say(texts.reasons, { first: before, other }), first);
}
