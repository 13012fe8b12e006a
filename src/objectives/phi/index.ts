import type { Tensor } from "@tensorflow/tfjs";
import { type Said, say } from "../../i18n/message";
import { type Algebra, interpret } from "./algebra";
import { whyNoLoss } from "./check";
import { COST } from "./cost";
import { derivativeOf } from "./derivative";
import { texts } from "./errors";
import { FLOAT32, FLOAT64 } from "./functions";
import { normalForm } from "./normalForm";
import { parseTokens } from "./parse";
import { Refusal } from "./refusal";
import { Spans } from "./spans";
import { filled, tensorsOf } from "./tensors";
import { texOf } from "./tex";
import { MAX_LENGTH, tokenize } from "./tokens";
import type { MathNode } from "./tree";
import { WGSL } from "./wgsl";

/** A loss of one anchor as a function of v = log xi, with its derivative. */
export interface Phi {
  /** As it was written. */
  text: string;
  /** TeX of the text. */
  tex: string;
  /** In float64. */
  value(v: number): number;
  derivative(v: number): number;
  /** Both in float32, of the shape of `v`; leaves its intermediate tensors to the caller's `tf.tidy`. */
  tensor(v: Tensor): { value: Tensor; derivative: Tensor };
  /** The loss in another algebra, such as one of texts. */
  in<T>(algebra: Algebra<T>): T;
  /** Expressions of `v: f32`, for shaders that have `softplus` (SOFTPLUS_WGSL). */
  wgsl: { value: string; derivative: string };
}

/** `at` and `length`: the characters of the text, from 0, that the message is about; `message` in English. */
export type PhiResult = { ok: true; phi: Phi } | { ok: false; at: number; length: number; message: string; said: Said };

/** What a shader may have in one expression: compilers refuse nesting beyond some hundred levels. */
const MAX_OPERATIONS = 500;
const MAX_DEPTH = 50;

const CACHED = 64;
const cache = new Map<string, PhiResult>();

/**
 * Reads a text such as `log(1 + exp(v))` as a loss. The text may come from anywhere, such as a link: it is looked at as data
 * and never run. Known texts are answered from memory, with the same object.
 */
export function parsePhi(text: string): PhiResult {
  const known = cache.get(text);
  if (known) return known;
  const result = resultOf(text);
  if (text.length > MAX_LENGTH) return result;
  const oldest = cache.keys().next();
  if (cache.size >= CACHED && !oldest.done) cache.delete(oldest.value);
  cache.set(text, result);
  return result;
}

function resultOf(text: string): PhiResult {
  try {
    return { ok: true, phi: read(text) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { at, length, message, said } = error;
    return { ok: false, at, length, message, said };
  }
}

/** @throws Refusal */
function read(text: string): Phi {
  const tokens = tokenize(text);
  const tree = parseTokens(tokens, text);
  const spans = new Spans(text);
  const value = normalForm(tree, spans);
  const derivative = normalForm(derivativeOf(value), spans);
  const phi = { value, derivative };
  assertAffordable(phi, text);
  const problem = whyNoLoss(interpret(value, FLOAT32), interpret(derivative, FLOAT32));
  if (problem) throw new Refusal(0, text.length, problem);
  return phiOf(text, tree, phi);
}

interface Trees {
  value: MathNode;
  derivative: MathNode;
}

function assertAffordable(trees: Trees, text: string): void {
  for (const tree of [trees.value, trees.derivative]) {
    const { operations, depth } = interpret(tree, COST);
    if (operations <= MAX_OPERATIONS && depth <= MAX_DEPTH) continue;
    const limits = { operations: MAX_OPERATIONS, depth: MAX_DEPTH };
    throw new Refusal(0, text.length, say(texts.tooCostly, limits));
  }
}

function phiOf(text: string, tree: MathNode, { value, derivative }: Trees): Phi {
  return {
    text,
    tex: texOf(tree),
    value: interpret(value, FLOAT64),
    derivative: interpret(derivative, FLOAT64),
    tensor: (v) => {
      const tensors = tensorsOf(v);
      return { value: filled(v, interpret(value, tensors)), derivative: filled(v, interpret(derivative, tensors)) };
    },
    in: (algebra) => interpret(value, algebra),
    wgsl: { value: interpret(value, WGSL), derivative: interpret(derivative, WGSL) },
  };
}
