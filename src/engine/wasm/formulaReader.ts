import { type ProgramBuilder, UnknownFormula } from "./formulaProgram";

/** Reads WGSL of floats, and of vectors of them, into a program. */

/** Registers of a number, or of the components of a vector. */
type Value = readonly number[];

/** A WGSL function of floats that returns one. */
interface FormulaFunction {
  parameters: readonly string[];
  body: readonly string[];
}

/** What all functions of a formula have in common. */
interface FormulaContext {
  builder: ProgramBuilder;
  functions: ReadonlyMap<string, FormulaFunction>;
  /** Variables that may be set, with the numbers of their components. */
  variables: Readonly<Record<string, number>>;
  /** What `rounded` rounds to; null where it is unknown. */
  format: number | null;
}

/** Parameters of the operations that are called as functions. */
const ARITY: Readonly<Record<string, number>> = {
  exp: 1,
  log: 1,
  sqrt: 1,
  abs: 1,
  softplus: 1,
  select: 3,
  min: 2,
  max: 2,
};
/** Binary operators, from those that bind least. */
const LEVELS = [["||"], ["&&"], ["<", ">", "<=", ">=", "==", "!="], ["+", "-"], ["*", "/"]];
/** The format in which nothing is rounded. */
const FLOAT32 = 0;

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:e[-+]?\d+)?[fu]?)|([A-Za-z_][\w.]*)|(<=|>=|==|!=|&&|\|\||->|\+=|[-+*/(),:;=<>!{}]))\s*/y;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/g;

/** @throws UnknownFormula at a sign that formulas do not have */
export function tokensOf(wgsl: string): string[] {
  const text = wgsl.replace(COMMENT, " ").trim();
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text);
    if (!token) throw new UnknownFormula("an unknown sign");
    tokens.push(token[0].trim());
  }
  return tokens;
}

/** The functions of a library, `fn name(a: f32, b: f32) -> f32 { ... }` one after the other. */
export function functionsOf(tokens: readonly string[]): Map<string, FormulaFunction> {
  const functions = new Map<string, FormulaFunction>();
  for (let from = tokens.indexOf("fn"); from >= 0; from = tokens.indexOf("fn", from + 1)) {
    const [open, close] = [tokens.indexOf("{", from), tokens.indexOf("}", from)];
    const parameters = tokens.slice(from, open).filter((_, i, head) => head[i + 1] === ":");
    functions.set(tokens[from + 1] ?? "", { parameters, body: tokens.slice(open + 1, close) });
  }
  return functions;
}

/** Reads the body of one function by recursive descent. */
export class FormulaReader {
  private readonly tokens: readonly string[];
  private readonly names: Map<string, Value>;
  private readonly context: FormulaContext;
  private at = 0;

  /** @param names values that it begins with */
  constructor(tokens: readonly string[], names: Map<string, Value>, context: FormulaContext) {
    this.tokens = tokens;
    this.names = names;
    this.context = context;
  }

  /**
   * @param outputs numbers that it returns
   * @returns registers of these, then of the variables
   * @throws UnknownFormula where the text has what kernels do not know
   */
  read(outputs: number): number[] {
    while (!this.accepts("return")) this.statement();
    const returned = outputs === 1 ? this.scalar() : this.constructed(outputs);
    const { variables, builder } = this.context;
    const zeros = (size: number) => new Array<number>(size).fill(builder.constant(0));
    return [...returned, ...Object.entries(variables).flatMap(([name, size]) => this.names.get(name) ?? zeros(size))];
  }

  private statement(): void {
    const isNew = this.accepts("let");
    const name = this.next();
    const size = this.context.variables[name];
    if (!isNew && size === undefined) throw new UnknownFormula(name);
    const before = !isNew && this.accepts("+=") ? this.names.get(name) : null;
    if (before === null) this.expect("=");
    const value = this.expression();
    this.expect(";");
    if (!isNew && value.length !== size) throw new UnknownFormula(`a value for "${name}"`);
    this.names.set(name, before ? this.apply("+", before, value) : value);
  }

  /** The arguments of a constructor, or zeros. */
  private constructed(outputs: number): Value {
    this.next();
    const values = this.values().flat();
    if (values.length === 0) return new Array<number>(outputs).fill(this.context.builder.constant(0));
    if (values.length !== outputs) throw new UnknownFormula("results");
    return values;
  }

  private scalar(): Value {
    const value = this.expression();
    if (value.length !== 1) throw new UnknownFormula("a vector");
    return value;
  }

  private values(): Value[] {
    const values: Value[] = [];
    this.expect("(");
    while (!this.accepts(")")) {
      values.push(this.expression());
      if (!this.accepts(",")) {
        this.expect(")");
        break;
      }
    }
    return values;
  }

  private expression(level = 0): Value {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let value = this.expression(level + 1);
    while (operators.includes(this.token)) value = this.apply(this.next(), value, this.expression(level + 1));
    return value;
  }

  private unary(): Value {
    if (this.accepts("-")) return this.apply("negate", this.unary());
    if (this.accepts("!")) return this.apply("!", this.unary());
    return this.primary();
  }

  private primary(): Value {
    const token = this.next();
    if (/^\d/.test(token)) return [this.context.builder.constant(Number.parseFloat(token))];
    if (token === "(") {
      const value = this.expression();
      this.expect(")");
      return value;
    }
    return this.token === "(" ? this.call(token) : this.named(token);
  }

  private call(name: string): Value {
    const values = this.values();
    const own = this.context.functions.get(name);
    // What is an operation by itself is not read from a library.
    if (ARITY[name] === values.length) return this.apply(name, ...values);
    const [x, low, high] = values;
    if (name === "clamp" && x && low && high) return this.apply("min", this.apply("max", x, low), high);
    if (name === "rounded" && x && !low) return this.rounded(x);
    // Counts are floats here.
    if (name === "f32" && x && !low) return x;
    if (name === "vec2f" && values.length === 2) return values.flat();
    if (own?.parameters.length === values.length && ARITY[name] === undefined) return this.called(own, values);
    throw new UnknownFormula(name);
  }

  private called({ parameters, body }: FormulaFunction, values: readonly Value[]): Value {
    const names = new Map(parameters.map((name, i) => [name, values[i] as Value]));
    return new FormulaReader(body, names, { ...this.context, variables: {} }).read(1);
  }

  private rounded(x: Value): Value {
    const { builder, format } = this.context;
    if (format === null) throw new UnknownFormula("rounded");
    return format === FLOAT32 ? x : x.map((place) => builder.operation("rounded", place, format));
  }

  /** An operation on numbers, or on each component of vectors, with which a number goes as well. */
  private apply(name: string, ...values: readonly Value[]): Value {
    const size = Math.max(...values.map(({ length }) => length));
    if (values.some(({ length }) => length !== 1 && length !== size)) throw new UnknownFormula("vectors");
    return Array.from({ length: size }, (_, k) =>
      this.context.builder.operation(name, ...values.map((value) => (value[k] ?? value[0]) as number)),
    );
  }

  private named(name: string): Value {
    const value = this.names.get(name);
    if (value === undefined) throw new UnknownFormula(name);
    return value;
  }

  private get token(): string {
    return this.tokens[this.at] ?? "";
  }

  private next(): string {
    const { token } = this;
    if (token === "") throw new UnknownFormula("the text ends early");
    this.at++;
    return token;
  }

  private accepts(token: string): boolean {
    if (this.token !== token) return false;
    this.at++;
    return true;
  }

  private expect(token: string): void {
    if (!this.accepts(token)) throw new UnknownFormula(`"${this.token}" in the place of "${token}"`);
  }
}
