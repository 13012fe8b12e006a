import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import {
  type BatchGroup,
  gatherLearners,
  gatherRows,
  gatherSlices,
  scaled,
  spreadLearners,
  spreadRows,
} from "../../../src/ops/learnerRows";
import { flatten } from "../../support/allclose";
import { describeOnEachBackend } from "../../support/backends";

/** Four learners of a largest batch of three: the second and the last have one of two. */
const GROUPS: BatchGroup[] = [
  {
    size: 3,
    blocks: [
      { from: 0, count: 1 },
      { from: 2, count: 1 },
    ],
  },
  {
    size: 2,
    blocks: [
      { from: 1, count: 1 },
      { from: 3, count: 1 },
    ],
  },
];
const [WHOLE, SMALL] = GROUPS as [BatchGroup, BatchGroup];

/** Each number says its learner, row and column. */
const numbered = () =>
  tf.tensor3d([0, 1, 2, 3].map((l) => [0, 1, 2, 3, 4, 5].map((row) => [0, 1].map((k) => 100 * l + 10 * row + k))));

describeOnEachBackend("learners' rows", () => {
  it("are the first of each half", async () => {
    const rows = gatherRows(numbered(), SMALL);
    expect(rows.shape).toEqual([2, 4, 2]);
    const of = (learner: number) => [0, 1, 3, 4].flatMap((row) => [0, 1].map((k) => 100 * learner + 10 * row + k));
    expect(await flatten(rows)).toEqual([...of(1), ...of(3)]);
  });

  it("go back to where they were, and leave 0 beyond", async () => {
    const x = numbered().add<tf.Tensor3D>(1);
    const parts = GROUPS.map((group) => gatherRows(x, group));
    const back = spreadRows<tf.Rank.R3>(GROUPS, parts, [4, 6, 2]);
    const isOwn = [3, 2, 3, 2].flatMap((own) => [0, 1, 2, 3, 4, 5].flatMap((row) => (row % 3 < own ? [1, 1] : [0, 0])));
    expect(await flatten(back)).toEqual((await flatten(x)).map((value, i) => value * isOwn[i]!));
  });

  it("are 0 where a group has none", async () => {
    const back = spreadRows<tf.Rank.R3>(GROUPS, [null, tf.ones([2, 4, 1])], [4, 6, 1]);
    expect(await flatten(back.sum([1, 2]))).toEqual([0, 4, 0, 4]);
  });

  it("are of the slices that learners share, in turn", async () => {
    const slices = tf.tensor2d([0, 1, 2], [3, 1], "int32");
    const seen = gatherSlices(slices, { from: 2, count: 5 });
    expect([seen.dtype, ...(await flatten(seen))]).toEqual(["int32", 2, 0, 1, 2, 0]);
  });

  it("come with what a learner has without rows", async () => {
    const x = tf.tensor2d([0, 1, 2, 3].map((l) => [l, l + 0.5]));
    const parts = GROUPS.map((group) => gatherLearners(x, group));
    expect(await flatten(parts[0]!)).toEqual([0, 0.5, 2, 2.5]);
    expect(await flatten(spreadLearners<tf.Rank.R2>(GROUPS, parts, [4, 2]))).toEqual(await flatten(x));
    expect(await flatten(scaled(gatherLearners(x, WHOLE), 2))).toEqual([0, 1, 4, 5]);
  });
});
