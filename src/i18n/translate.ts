import { compile, type Values } from "./compile";
import { currentLocale, ENGLISH, type Locale } from "./locale";
import type { Message, Said, TextValue } from "./message";

/** Makes sentences, in the language that is spoken now unless another is asked for. */

/** What was said, in words; a text that a language lacks is said in English, and so is one that a document has with other arguments than it has today. */
export function translate(said: Said, locale: Locale = currentLocale()): string {
  const values = valuesOf(said, locale);
  const text = locale.find(said.id, said.text) ?? said.text;
  if (text === said.text) return compile(text, locale)(values);
  try {
    return compile(text, locale)(values);
  } catch {
    return compile(said.text, locale)(values);
  }
}

/** In English, whatever the page speaks: for records, logs and the messages of errors. */
export function english(said: Said): string {
  return translate(said, ENGLISH);
}

function valuesOf({ args = {} }: Said, locale: Locale): Values {
  const entries = Object.entries(args).map(([name, value]) => [name, written(value, locale)]);
  return Object.fromEntries(entries);
}

function written(value: TextValue, locale: Locale): string | number {
  return typeof value === "object" ? translate(value, locale) : value;
}

/** Texts that are ready to be shown: a string each, or a function of what the text has in its braces. */
export type Translated<Table> = {
  readonly [Key in keyof Table]: NonNullable<Table[Key]> extends Message<infer Args>
    ? Ready<Args> | Extract<Table[Key], undefined>
    : Translated<Table[Key]>;
};

type Ready<Args> = [Args] extends [undefined] ? string : (args: Args) => string;

const translated = new WeakMap<Locale, WeakMap<object, object>>();

/**
 * A table of messages in a language: `translateAll(texts).title`, `translateAll(texts).of({ steps })`. The same object each
 * time, as long as the language is the same; each text is translated when it is first read.
 */
export function translateAll<Table extends object>(texts: Table, locale: Locale = currentLocale()): Translated<Table> {
  const known = translated.get(locale) ?? new WeakMap<object, object>();
  translated.set(locale, known);
  const made = known.get(texts) ?? lazily(texts, locale);
  known.set(texts, made);
  return made as Translated<Table>;
}

function lazily(texts: object, locale: Locale): object {
  if (Array.isArray(texts)) return texts.map((entry) => ready(entry, locale));
  const getters = Object.entries(texts).map(([key, entry]) => [
    key,
    { enumerable: true, get: () => ready(entry, locale) },
  ]);
  return Object.defineProperties({}, Object.fromEntries(getters));
}

function ready(entry: object, locale: Locale): unknown {
  if (!isMessage(entry)) return translateAll(entry, locale);
  const { id, text } = entry;
  return needsArguments(text)
    ? (args: Said["args"]) => translate({ id, text, args }, locale)
    : translate(entry, locale);
}

function isMessage(entry: object): entry is Message {
  return "id" in entry && "text" in entry && typeof entry.id === "string" && typeof entry.text === "string";
}

/** Whether a text has braces that are not quoted. */
function needsArguments(text: string): boolean {
  return text
    .replace(/''/g, "")
    .replace(/'[{}][^']*'/g, "")
    .includes("{");
}
