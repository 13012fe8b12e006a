import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { stackedMatMul } from "../../src/ops/matMul";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { type Plain, plainMatMul, plainRandom, plainZeros } from "../support/stackedReference";
import { bits, toTensor } from "../support/tensors";

const TOLERANCE = { rtol: 1e-5, atol: 1e-5 };

/** Leading sizes of a and b, and n, k, m. */
const SHAPES: [number, number, number, number, number][] = [
  [2, 2, 3, 5, 4],
  [1, 1, 4, 8, 4],
  [2, 6, 5, 7, 3],
  [6, 2, 5, 7, 3],
  [1, 3, 4, 8, 12],
  [2, 4, 1, 6, 5],
  [4, 2, 6, 3, 1],
  [2, 4, 40, 36, 40],
];

describeOnEachBackend("stackedMatMul", () => {
  for (const [la, lb, n, k, m] of SHAPES)
    for (const transposeA of [false, true])
      for (const transposeB of [false, true]) {
        const [a, b] = operands([la, lb, n, k, m], transposeA, transposeB);
        const title = `a [${a.shape}]${transposeA ? "^T" : ""} by b [${b.shape}]${transposeB ? "^T" : ""}`;

        it(`multiplies ${title}`, async () => {
          const product = stackedMatMul(toTensor(a), toTensor(b), transposeA, transposeB);
          const expected = plainMatMul(a, b, transposeA, transposeB);
          expect(product.shape).toEqual(expected.shape);
          await expectAllclose(product, expected.values, TOLERANCE);
        });

        it(`differentiates ${title}`, async () => {
          const dy = plainRandom([Math.max(la, lb), n, m], 3);
          const loss = (x: tf.Tensor, y: tf.Tensor) =>
            stackedMatMul(x as tf.Tensor3D, y as tf.Tensor3D, transposeA, transposeB)
              .mul(toTensor(dy))
              .sum();
          const [da, db] = tf.grads(loss as (...x: tf.Tensor[]) => tf.Tensor)([toTensor(a), toTensor(b)]);
          const expected = gradients(a, b, dy, transposeA, transposeB);
          await expectAllclose(da!, expected.da.values, TOLERANCE);
          await expectAllclose(db!, expected.db.values, TOLERANCE);
        });
      }

  it("gives the same bits twice where the WebGPU backend would split a long inner dimension", async () => {
    const [a, b] = operands([1, 1, 9, 4100, 17], false, false);
    const product = () => stackedMatMul(toTensor(a), toTensor(b));
    await expectAllclose(product(), plainMatMul(a, b).values, { rtol: 1e-4, atol: 1e-3 });
    expect(await bits(product())).toEqual(await bits(product()));
  });

  it("refuses leading sizes of which neither divides the other", () => {
    const [a, b] = [tf.zeros([2, 3, 4]), tf.zeros([3, 4, 5])] as [tf.Tensor3D, tf.Tensor3D];
    expect(() => stackedMatMul(a, b)).toThrow(/leading sizes are 2 and 3/);
  });
});

function operands(sizes: [number, number, number, number, number], transposeA: boolean, transposeB: boolean) {
  const [la, lb, n, k, m] = sizes;
  return [
    plainRandom(transposeA ? [la, k, n] : [la, n, k], 1),
    plainRandom(transposeB ? [lb, m, k] : [lb, k, m], 2),
  ] as const;
}

/** By definition: the product is linear in each operand, so its gradient sums dy over the outputs of each element. */
function gradients(a: Plain, b: Plain, dy: Plain, transposeA: boolean, transposeB: boolean): { da: Plain; db: Plain } {
  const [da, db] = [plainZeros(a.shape), plainZeros(b.shape)];
  const [learners, n, m] = dy.shape as [number, number, number];
  const k = transposeA ? a.shape[1]! : a.shape[2]!;
  for (let l = 0; l < learners; l++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < m; j++)
        for (let p = 0; p < k; p++) {
          const atA = (l % a.shape[0]!) * n * k + (transposeA ? p * n + i : i * k + p);
          const atB = (l % b.shape[0]!) * k * m + (transposeB ? j * k + p : p * m + j);
          const dOut = dy.values[(l * n + i) * m + j]!;
          da.values[atA]! += dOut * b.values[atB]!;
          db.values[atB]! += dOut * a.values[atA]!;
        }
  return { da, db };
}
