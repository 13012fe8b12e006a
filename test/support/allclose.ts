import { Tensor } from "@tensorflow/tfjs";
import { expect } from "vitest";

/** Numbers in any nesting, for example the rows of a matrix. */
export type Numbers = number | ArrayLike<number> | readonly Numbers[];

export interface Tolerance {
  /** Allowed error relative to the expected element; 1e-5 unless given. */
  rtol?: number;
  /** Allowed error besides; 1e-7 unless given. */
  atol?: number;
}

/**
 * Expects |actual - expected| <= atol + rtol |expected| for every element, NaN matching NaN alone. The message
 * names the worst element.
 */
export async function expectAllclose(
  actual: Tensor | Numbers,
  expected: Tensor | Numbers,
  { rtol = 1e-5, atol = 1e-7 }: Tolerance = {},
): Promise<void> {
  const got = await flatten(actual);
  const want = await flatten(expected);
  expect(got.length, "number of elements").toBe(want.length);
  const worst = worstElement(got, want, rtol, atol);
  if (worst.excess <= 1) return;
  const { index } = worst;
  expect.fail(
    `element ${index} of ${got.length} is ${got[index]}, expected ${want[index]}: the error is ` +
      `${worst.excess.toPrecision(3)} times what rtol ${rtol} and atol ${atol} allow`,
  );
}

/** Reads a tensor, or flattens nested numbers. */
export async function flatten(numbers: Tensor | Numbers): Promise<number[]> {
  if (numbers instanceof Tensor) return Array.from(await numbers.data());
  if (typeof numbers === "number") return [numbers];
  const nested = await Promise.all(Array.from(numbers as ArrayLike<Numbers>, (inner) => flatten(inner)));
  return nested.flat();
}

/** The element whose error is the largest multiple of what is allowed. */
function worstElement(got: number[], want: number[], rtol: number, atol: number): { index: number; excess: number } {
  const worst = { index: -1, excess: 0 };
  got.forEach((value, index) => {
    const excess = excessOf(value, want[index] as number, rtol, atol);
    if (excess > worst.excess) Object.assign(worst, { index, excess });
  });
  return worst;
}

function excessOf(got: number, want: number, rtol: number, atol: number): number {
  if (Object.is(got, want) || got === want) return 0;
  const excess = Math.abs(got - want) / (atol + rtol * Math.abs(want));
  return Number.isNaN(excess) ? Number.POSITIVE_INFINITY : excess;
}
