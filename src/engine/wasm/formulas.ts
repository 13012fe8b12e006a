import type { TensorInfo } from "@tensorflow/tfjs";
import { ProgramBuilder, UnknownFormula } from "./formulaProgram";
import { FormulaReader, functionsOf, tokensOf } from "./formulaReader";
import type { WasmLane } from "./lane";

/**
 * Small formulas for WebAssembly kernels, from the same text that shaders have: bodies of WGSL functions of floats, made of `let`,
 * assignments to a few variables, and `return`. They are read once, into a list of operations that a kernel works out over many numbers
 * (formulas.as.ts), so that an objective or a metric is written in one place, and one that is typed on the page is fast as well.
 */

/** A function of floats. */
export interface FormulaText {
  /** Names of its parameters, `a.log_xi` among them; others may not occur. */
  inputs: readonly string[];
  /** Numbers that it returns: by themselves, or as the arguments of a constructor, which may have none for zeros. */
  outputs: number;
  /** Variables that it may set, and how many numbers they have: results after those that it returns, 0 where it leaves them. */
  variables?: Readonly<Record<string, number>>;
  /** WGSL. */
  body: string;
  /** WGSL functions that the body may call. */
  library?: string;
  /** What `rounded` rounds to, in the order of PRECISIONS (engine/numberFormats.ts). */
  format?: number;
}

/** A formula in the memory of the kernels. */
export interface Formula {
  tensor: TensorInfo;
  /** Numbers of memory that it works in. */
  scratch: number;
}

/** Numbers in a register: as in formulas.as.ts. */
const CHUNK = 64;

/** Formulas that are kept for each lane; those beyond are forgotten, the ones unused for longest first. */
const MOST_FORMULAS = 256;
const formulas = new WeakMap<WasmLane, Map<string, Formula>>();

/** The formula in the lane's memory; null where its text has what kernels do not know. */
export function formulaOf(lane: WasmLane, text: FormulaText): Formula | null {
  const known = formulas.get(lane) ?? new Map<string, Formula>();
  formulas.set(lane, known);
  const key = keyOf(text);
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

/** All but the library, which is one for all formulas. */
function keyOf({ inputs, outputs, variables = {}, body, format }: FormulaText): string {
  return [inputs.join(), outputs, Object.entries(variables).join(), format, body].join(";");
}

function load(lane: WasmLane, text: FormulaText): Formula | null {
  const program = programOf(text);
  if (!program) return null;
  const tensor = lane.allocate(program.words.length, "int32");
  lane.writeInPlace(tensor, program.words);
  return { tensor, scratch: program.registers * CHUNK };
}

/** The words of a formula's program; null where its text has what kernels do not know. */
export function programOf(text: FormulaText): { words: Int32Array; registers: number } | null {
  const { inputs, outputs, variables = {}, body, library = "", format = null } = text;
  try {
    const builder = new ProgramBuilder(inputs.length);
    const functions = functionsOf(tokensOf(library));
    const names = new Map(inputs.map((name, place) => [name, [place]]));
    const results = new FormulaReader(tokensOf(body), names, { builder, functions, variables, format }).read(outputs);
    return { words: builder.words(results), registers: builder.registers };
  } catch (error) {
    if (error instanceof UnknownFormula) return null;
    throw error;
  }
}
