/** The program of a formula, as formulas.as.ts works it out. */

/** In the order of formulas.as.ts. */
const OPERATIONS = ["+", "-", "*", "/", "min", "max", "<", "<=", "==", "&&", "||", "!", "negate"] as const;
const FUNCTIONS = ["exp", "log", "sqrt", "abs", "softplus", "select", "rounded"] as const;
const NUMBERS = new Map<string, number>([...OPERATIONS, ...FUNCTIONS].map((name, index) => [name, index]));

/** Most results that a program has: as in formulas.as.ts. */
const MOST_RESULTS = 6;

/** A text that is no formula, or one that kernels do not know. */
export class UnknownFormula extends Error {}

/** Gives every value a register; what was worked out before is not worked out again. */
export class ProgramBuilder {
  registers: number;
  private readonly constants = new Map<number, number>();
  private readonly operations: number[][] = [];
  private readonly known = new Map<string, number>();

  /** @param inputs how many registers are filled before */
  constructor(inputs: number) {
    this.registers = inputs;
  }

  constant(value: number): number {
    const place = this.constants.get(value) ?? this.registers++;
    this.constants.set(value, place);
    return place;
  }

  /** @param operands registers; the second one of `rounded` is the number of a format */
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
    if (results.length > MOST_RESULTS) throw new UnknownFormula("more results");
    const unused = new Array<number>(MOST_RESULTS - results.length).fill(0);
    const header = [this.constants.size, this.operations.length, ...results, ...unused];
    const constants = [...this.constants].flatMap(([value, place]) => [place, bitsOf(value)]);
    return Int32Array.from([...header, ...constants, ...this.operations.flat()]);
  }
}

function bitsOf(value: number): number {
  return new Int32Array(Float32Array.of(value).buffer)[0] as number;
}
