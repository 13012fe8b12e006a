import { PlaygroundError } from "../../i18n/errors";
import { type Said, say } from "../../i18n/message";
import { texts } from "../errors";
import type { SchemaResult } from "../parseSchema";
import { equal, flatten, getIn, setIn } from "../paths";
import type { ConfigError } from "../schema";
import type { FieldInfo } from "../schemaInfo";

/** Fields of a config in an address, whatever its schema: how they are written, read, and kept apart from wrong ones. */

/** `a=1&b.c=2` as a map from paths to texts. A link that was copied from the source of a page has `&amp;` for `&`. */
export function splitHash(hash: string): Map<string, string> {
  const entries = new Map<string, string>();
  for (const part of hash.replace(/^[#?]/, "").split(/&(?:amp;)?/)) {
    if (part === "") continue;
    const at = part.indexOf("=");
    entries.set(decode(at < 0 ? part : part.slice(0, at)), decode(at < 0 ? "" : part.slice(at + 1)));
  }
  return entries;
}

const BOOLEANS: Record<string, boolean> = { true: true, false: false };

/**
 * The value that a text stands for; undefined where a field that may be left out is left out. An error says what is
 * allowed.
 *
 * @param info null where there is no such field
 */
export function readValue(text: string, info: FieldInfo | null): unknown {
  if (!info || info.type === "object") return new PlaygroundError(texts.noField);
  if (text === "" && info.optional) return undefined;
  if (info.type === "string") return text;
  if (info.type === "array") return text.split(",").map(readItem);
  if (info.type === "boolean") return BOOLEANS[text] ?? new PlaygroundError(texts.trueOrFalse);
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : new PlaygroundError(numberWithin(info.minimum, info.maximum));
}

/** An item of a list: a number where it looks like one. */
function readItem(text: string): number | string {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : text.trim();
}

function numberWithin(low?: number, high?: number): Said {
  return low === undefined || high === undefined ? texts.number : say(texts.numberWithin, { low, high });
}

/**
 * Puts fields that a schema refuses back to their base value until the rest is a valid config.
 * @param restored the input with a field put back, where that is more than taking the base's value
 */
export function parseWithFallback<T>(
  draft: unknown,
  base: T,
  parse: (input: unknown) => SchemaResult<T>,
  errors: ConfigError[],
  restored = (input: unknown, field: string) => setIn(input, field, getIn(base, field)),
): T {
  let input = draft;
  for (let attempt = 0; attempt < 32; attempt++) {
    const result = parse(input);
    if (result.ok) return result.config;
    errors.push(...result.errors);
    const before = input;
    for (const { path } of result.errors) {
      input = restored(input, path.replace(/\[.*$/, ""));
    }
    if (equal(before, input)) break;
  }
  return fieldByField(draft, base, parse);
}

/** What of a draft can be had where its fields contradict the base and going back does not help: each that fits. */
function fieldByField<T>(draft: unknown, base: T, parse: (input: unknown) => SchemaResult<T>): T {
  return flatten(draft).reduce((config, [path, value]) => {
    const result = parse(setIn(config, path, value));
    return result.ok ? result.config : config;
  }, base);
}

/** Leaves in which a config differs from another; undefined where it lacks one. */
export function changedLeaves(base: unknown, config: unknown): [path: string, value: unknown][] {
  const before = new Map(flatten(base));
  const after = new Map(flatten(config));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => !equal(before.get(path), after.get(path)))
    .map((path) => [path, after.get(path)]);
}

/** Percent-encodes only what an address cannot hold, so that it stays readable. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|3A|3B|40|20)/g, (code) =>
    code === "%20" ? "+" : decodeURIComponent(code),
  );
}

/** A value of an address as it was written; text that is no percent-encoding is taken as it stands. */
export function decode(text: string): string {
  const spaced = text.replace(/\+/g, " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
