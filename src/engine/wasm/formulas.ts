import type { TensorInfo } from "@tensorflow/tfjs";
import type { WasmLane } from "./lane";

/**
 * Small formulas for WebAssembly kernels, from the same text that shaders have: bodies of WGSL functions of floats, made of `let` and
 * `return`. They are read once, into a list of operations that a kernel works out over many numbers (formulas.as.ts), so that an
 * objective or a metric is written in one place, and one that is typed on the page is fast as well.
 */

/** A function of floats. */
export interface FormulaText {
  /** Names of its parameters, `a.log_xi` among them; others may not occur. */
  inputs: readonly string[];
  /** Numbers that it returns: by themselves, or as the arguments of a constructor, which may have none for zeros. At most three. */
  outputs: number;
  /** WGSL. */
  body: string;
}

/** A formula in the memory of the kernels. */
export interface Formula {
  tensor: TensorInfo;
  /** Numbers of memory that it works in. */
  scratch: number;
}

/** In the order of formulas.as.ts. */
const OPERATIONS = ["+", "-", "*", "/", "min", "max", "<", "<=", "==", "&&", "||", "!", "negate"] as const;
const FUNCTIONS = ["exp", "log", "sqrt", "abs", "softplus", "select"] as const;
const NUMBERS = new Map<string, number>([...OPERATIONS, ...FUNCTIONS].map((name, index) => [name, index]));
/** Parameters of the functions that may be called. */
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

const TOKEN = /\s*(?:(\d+\.?\d*(?:e[-+]?\d+)?[fu]?)|([A-Za-z_][\w.]*)|(<=|>=|==|!=|&&|\|\||[-+*/(),;=<>!]))\s*/y;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/g;

/** Words of memory before the constants, and numbers in a register: as in formulas.as.ts. */
const HEADER = 8;
const CHUNK = 64;

/** Formulas that are kept for each lane; those beyond are forgotten, the ones unused for longest first. */
const MOST_FORMULAS = 256;
const formulas = new WeakMap<WasmLane, Map<string, Formula>>();

/** The formula in the lane's memory; null where its text has what kernels do not know. */
export function formulaOf(lane: WasmLane, text: FormulaText): Formula | null {
  const known = formulas.get(lane) ?? new Map<string, Formula>();
  formulas.set(lane, known);
  const key = `${text.inputs.join()};${text.outputs};${text.body}`;
  const formula = known.get(key) ?? load(lane, text);
  known.delete(key);
  if (formula) known.set(key, formula);
  const [oldest] = known;
  if (known.size > MOST_FORMULAS && oldest) {
    known.delete(oldest[0]);
    lane.free(oldest[1].tensor);
  }
  return formula;
}

function load(lane: WasmLane, text: FormulaText): Formula | null {
  const program = programOf(text);
  if (!program) return null;
  const tensor = lane.allocate(program.words.length, "int32");
  lane.writeInPlace(tensor, program.words);
  return { tensor, scratch: program.registers * CHUNK };
}

/** A text that is no formula, or one that kernels do not know. */
class UnknownFormula extends Error {}

/** The words of a formula's program; null where its text has what kernels do not know. */
export function programOf(text: FormulaText): { words: Int32Array; registers: number } | null {
  try {
    const builder = new ProgramBuilder(text.inputs);
    const results = new FormulaReader(text, builder).read();
    return { words: builder.words(results), registers: builder.registers };
  } catch (error) {
    if (error instanceof UnknownFormula) return null;
    throw error;
  }
}

/** Gives every value a register; what was worked out before is not worked out again. */
class ProgramBuilder {
  registers: number;
  private readonly constants = new Map<number, number>();
  private readonly operations: number[][] = [];
  private readonly known = new Map<string, number>();

  constructor(inputs: readonly string[]) {
    this.registers = inputs.length;
  }

  constant(value: number): number {
    const place = this.constants.get(value) ?? this.registers++;
    this.constants.set(value, place);
    return place;
  }

  operation(name: string, ...operands: number[]): number {
    if (name === ">" || name === ">=") return this.operation(name.replace(">", "<"), ...operands.reverse());
    if (name === "!=") return this.operation("!", this.operation("==", ...operands));
    const key = `${name} ${operands.join(" ")}`;
    const place = this.known.get(key);
    if (place !== undefined) return place;
    const number = NUMBERS.get(name);
    if (number === undefined) throw new UnknownFormula(name);
    const [x = 0, y = 0, z = 0] = operands;
    this.operations.push([number, this.registers, x, y, z]);
    this.known.set(key, this.registers);
    return this.registers++;
  }

  words(results: readonly number[]): Int32Array {
    const [first = 0, second = 0, third = 0] = results;
    const header = [this.constants.size, this.operations.length, first, second, third, this.registers];
    const constants = [...this.constants].flatMap(([value, place]) => [place, bitsOf(value)]);
    const words = [...header, ...new Array<number>(HEADER - header.length).fill(0), ...constants];
    return Int32Array.from([...words, ...this.operations.flat()]);
  }
}

/** Reads the text by recursive descent; a value is the number of its register. */
class FormulaReader {
  private readonly tokens: readonly string[];
  private readonly outputs: number;
  private readonly names: Map<string, number>;
  private readonly builder: ProgramBuilder;
  private at = 0;

  constructor({ body, inputs, outputs }: FormulaText, builder: ProgramBuilder) {
    this.tokens = tokensOf(body);
    this.outputs = outputs;
    this.builder = builder;
    this.names = new Map(inputs.map((name, place) => [name, place]));
  }

  /** @returns registers of the results */
  read(): number[] {
    while (this.accepts("let")) {
      const name = this.next();
      this.expect("=");
      this.names.set(name, this.expression());
      this.expect(";");
    }
    this.expect("return");
    return this.outputs === 1 ? [this.expression()] : this.constructed();
  }

  /** The arguments of a constructor, or zeros. */
  private constructed(): number[] {
    this.next();
    const values = this.values();
    if (values.length === 0) return new Array<number>(this.outputs).fill(this.builder.constant(0));
    if (values.length !== this.outputs) throw new UnknownFormula("results");
    return values;
  }

  private values(): number[] {
    const values: number[] = [];
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

  private expression(level = 0): number {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let value = this.expression(level + 1);
    while (operators.includes(this.token))
      value = this.builder.operation(this.next(), value, this.expression(level + 1));
    return value;
  }

  private unary(): number {
    if (this.accepts("-")) return this.builder.operation("negate", this.unary());
    if (this.accepts("!")) return this.builder.operation("!", this.unary());
    return this.primary();
  }

  private primary(): number {
    const token = this.next();
    if (/^\d/.test(token)) return this.builder.constant(Number.parseFloat(token));
    if (token === "(") {
      const value = this.expression();
      this.expect(")");
      return value;
    }
    return this.token === "(" ? this.call(token) : this.named(token);
  }

  private call(name: string): number {
    const values = this.values();
    const [only] = values;
    // Counts are floats here.
    if (name === "f32" && only !== undefined) return only;
    if (ARITY[name] !== values.length) throw new UnknownFormula(name);
    return this.builder.operation(name, ...values);
  }

  private named(name: string): number {
    const place = this.names.get(name);
    if (place === undefined) throw new UnknownFormula(name);
    return place;
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

function tokensOf(body: string): string[] {
  const text = body.replace(COMMENT, " ");
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text);
    if (!token) throw new UnknownFormula("an unknown sign");
    tokens.push(token[0].trim());
  }
  return tokens;
}

function bitsOf(value: number): number {
  return new Int32Array(Float32Array.of(value).buffer)[0] as number;
}
