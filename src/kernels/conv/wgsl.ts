import type { Activation } from "../affine";

/**
 * Pieces of WGSL text. Channels are read as vectors wherever their number allows it, and what one invocation keeps in
 * registers is written out as variables of its own: an array under a running index would live in memory.
 */

/** Channels that one load takes: 4 or 2 where they divide the number of channels, otherwise 1. */
export function lanesOf(channels: number): number {
  return [4, 2].find((lanes) => channels % lanes === 0) ?? 1;
}

/** WGSL type of that many channels. */
export function vectorOf(lanes: number): string {
  return lanes === 1 ? "f32" : `vec${lanes}f`;
}

/** One channel of a variable. */
export function laneOf(variable: string, lanes: number, lane: number): string {
  return lanes === 1 ? variable : `${variable}.${"xyzw"[lane]}`;
}

/** The text of `line` for 0 .. count - 1. */
export function repeat(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n");
}

/** The same for all pairs. */
export function repeat2(rows: number, columns: number, line: (row: number, column: number) => string): string {
  return repeat(rows, (row) => repeat(columns, (column) => line(row, column)));
}

/** ReLU of a vector; a NaN stays one, so that a learner that diverged is seen to. */
export function activated(activation: Activation, vector: string, value: string): string {
  return activation === "relu" ? `select(${value}, ${vector}(0), ${value} < ${vector}(0))` : value;
}

/** The gradient before the activation, from `dy` and the activated value `y`, two vectors. */
export function maskedGradient(activation: Activation, vector: string, dy: string, y: string): string {
  return activation === "relu" ? `select(${dy}, ${vector}(0), ${y} <= ${vector}(0))` : dy;
}
