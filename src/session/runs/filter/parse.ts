import { noSuchField } from "../../../config/url/nearest";
import { type Said, say } from "../../../i18n/message";
import { ALIASES } from "./aliases";
import { texts } from "./errors";
import { type Condition, type FilterResult, type Operator, type RunState, STATES, type Term } from "./filter";

/**
 * Reads a filter: `temperature < 0.1 objective = flatNce tag:paper -is:interrupted "two words"`. A word that is no comparison is looked
 * for in what is said of a run.
 */

const SPACE = /\s*/y;
const COMPARISON = /([A-Za-z][\w.]*)\s*(<=|>=|!=|==|=|<|>)\s*/y;
const KEYED = /(tag|preset|is):/y;
const QUOTED = /"([^"]*)"/y;
const WORD = /[^\s"]+/y;

/** Thrown and caught in this file alone. */
class Refusal {
  readonly at: number;
  readonly length: number;
  readonly said: Said;

  constructor(at: number, length: number, said: Said) {
    this.at = at;
    this.length = length;
    this.said = said;
  }
}

/**
 * @param fields paths of settings and ids of metrics; one may be written by its last part, where no other has the same
 * @returns the filter, or the first thing that is wrong with it, with its place
 */
export function parseFilter(text: string, fields: readonly string[]): FilterResult {
  try {
    return { ok: true, filter: [...new Reader(text, fields).terms()] };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { at, length, said } = refusal;
    return { ok: false, problem: { at, length, said } };
  }
}

class Reader {
  private readonly text: string;
  private readonly fields: readonly string[];
  private at = 0;

  constructor(text: string, fields: readonly string[]) {
    this.text = text;
    this.fields = fields;
  }

  *terms(): Generator<Term> {
    for (this.match(SPACE); this.at < this.text.length; this.match(SPACE)) {
      const negated = this.text[this.at] === "-" && /[^\s]/.test(this.text[this.at + 1] ?? "");
      if (negated) this.at++;
      yield { ...this.condition(), negated };
    }
  }

  private condition(): Condition {
    const start = this.at;
    const comparison = this.match(COMPARISON);
    if (comparison) return this.comparison(start, comparison);
    const keyed = this.match(KEYED);
    if (keyed) return this.keyed(start, keyed[1] as "tag" | "preset" | "is");
    return { kind: "words", text: this.value() ?? "" };
  }

  private comparison(start: number, [whole, name, sign]: string[]): Condition {
    const operator = (sign === "==" ? "=" : sign) as Operator;
    const field = this.field(start, name as string);
    const valueAt = this.at;
    const value = this.value();
    if (value === null || value === "")
      throw new Refusal(
        start,
        (whole as string).trimEnd().length,
        say(texts.noValue, { name: name as string, operator }),
      );
    if (operator !== "=" && operator !== "!=" && !Number.isFinite(Number(value)))
      throw new Refusal(valueAt, this.at - valueAt, say(texts.noNumber, { operator, value }));
    return { kind: "compare", field, operator, value };
  }

  /** The one field of that name, or what people mean by it, or whose path ends with it. */
  private field(at: number, name: string): string {
    const isMeant = (field: string) => {
      const [own, other] = [name.toLowerCase(), field.toLowerCase()];
      return own === other || other.endsWith(`.${own}`);
    };
    const meant = this.fields.filter(isMeant);
    const exact = meant.find((field) => field.toLowerCase() === name.toLowerCase());
    if (exact) return exact;
    const usual = ALIASES.get(name.toLowerCase());
    if (usual && this.fields.includes(usual)) return usual;
    if (meant.length > 1)
      throw new Refusal(at, name.length, say(texts.severalFields, { name, fields: meant.join(", ") }));
    if (meant[0]) return meant[0];
    const { said } = noSuchField(name, this.fields);
    const words = [...ALIASES.keys()].join(", ");
    throw new Refusal(at, name.length, say(texts.noField, { name, problem: said, words }));
  }

  private keyed(start: number, key: "tag" | "preset" | "is"): Condition {
    const text = this.value();
    if (!text) throw new Refusal(start, key.length + 1, say(texts.noWord, { key: `${key}:` }));
    if (key !== "is") return { kind: key, text };
    if (!isState(text)) {
      const said = say(texts.noState, { allowed: STATES.join(", "), value: text });
      throw new Refusal(start, this.at - start, said);
    }
    return { kind: "is", state: text };
  }

  /** A word, or what stands in quotation marks; null where there is neither. */
  private value(): string | null {
    const quoted = this.match(QUOTED);
    if (quoted) return quoted[1] as string;
    if (this.text[this.at] === '"') throw new Refusal(this.at, this.text.length - this.at, texts.noEnd);
    return this.match(WORD)?.[0] ?? null;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}

function isState(text: string): text is RunState {
  return (STATES as readonly string[]).includes(text);
}
