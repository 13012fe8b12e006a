import { IntlMessageFormat } from "intl-messageformat";
import type { Locale } from "./locale";
import { plainNumber } from "./numbers";

/** From a text in ICU MessageFormat to a function that says it, made once per language and text. */

export type Values = Readonly<Record<string, string | number>>;
export type Compiled = (values: Values) => string;
/** A parsed text. */
export type Tree = ReturnType<IntlMessageFormat["getAst"]>;

const compiled = new WeakMap<Locale, Map<string, Compiled>>();

/** Says a text in ICU MessageFormat by the rules of a language. A text that cannot be parsed is said as it is written. */
export function compile(text: string, locale: Locale): Compiled {
  const known = compiled.get(locale) ?? new Map<string, Compiled>();
  compiled.set(locale, known);
  const say = known.get(text) ?? make(text, locale);
  known.set(text, say);
  return say;
}

/** Most texts have nothing in them that needs a parser. */
function make(text: string, locale: Locale): Compiled {
  return /[{}]|''/.test(text) ? makeFrom(text, locale) : () => text;
}

function makeFrom(text: string, locale: Locale): Compiled {
  try {
    const format = parse(text, locale.tag);
    const plain = plainArguments(format.getAst());
    return (values) => String(format.format(writtenOut(values, plain, locale)));
  } catch (error) {
    console.error(`This text is no ICU MessageFormat: ${text}`, error);
    return () => text;
  }
}

/** Angle brackets are no tags: there are formulas in the texts. */
export function parse(text: string, tag = "en"): IntlMessageFormat {
  return new IntlMessageFormat(text, tag, undefined, { ignoreTag: true });
}

/** Numbers in plain braces, which MessageFormat would write as JavaScript does. */
function writtenOut(values: Values, plain: ReadonlySet<string>, locale: Locale): Values {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "number" && plain.has(name) ? plainNumber(value, locale) : value,
  ]);
  return Object.fromEntries(entries);
}

/** Kinds of a parsed text's elements, as the parser numbers them. */
const ARGUMENT = 1;
const CHOICES = [5, 6];

/** Names that stand in braces alone, and decide no plural. */
function plainArguments(tree: Tree): ReadonlySet<string> {
  const elements = allElements(tree);
  const names = (kinds: (kind: number) => boolean) =>
    elements.flatMap((element) => (kinds(element.type) && "value" in element ? [element.value] : []));
  const counted = new Set(names((kind) => kind > ARGUMENT));
  return new Set(names((kind) => kind === ARGUMENT).filter((name) => !counted.has(name)));
}

function allElements(tree: Tree): Tree {
  return tree.flatMap((element) => [element, ...optionsOf(element).flatMap(allElements)]);
}

/** The branches of a plural or a choice. */
export function optionsOf(element: Tree[number]): Tree[] {
  if (!CHOICES.includes(element.type) || !("options" in element)) return [];
  return Object.values(element.options).map(({ value }) => value);
}
