import { describe, expect, it } from "vitest";
import { type EncoderOptions, planEncoder } from "../../src/models";
import type { Norm } from "../../src/models/layers";
import { denseNames, type NamedTensor, stateNames } from "../../src/models/stateNames";
import type { EncoderPlan } from "../../src/models/types";

const IMAGE = [8, 8, 3];
const plan = (options: EncoderOptions, shape: number[]) => planEncoder(options, shape);
const mlp = (norm: Norm, shape = [2]) => plan({ id: "mlp", width: 4, depth: 2, projection: 3, norm }, shape);
const convnet = (norm: Norm) => plan({ id: "convnet", width: 4, depth: 2, projection: 3, norm }, IMAGE);
const resnet = (norm: Norm) => plan({ id: "resnet", width: 4, depth: 8, projection: 3, norm }, IMAGE);

/** `name [shape]` of every tensor, in order. */
const listed = (plan: EncoderPlan) => stateNames(plan).map(({ name, shape }) => `${name} [${shape}]`);

const HEAD = (features: number) => [
  `projection.0.weight [${features},${features}]`,
  `projection.0.bias [${features}]`,
  `projection.2.weight [3,${features}]`,
  "projection.2.bias [3]",
];
const norm = (path: string, channels: number) => [`${path}.weight [${channels}]`, `${path}.bias [${channels}]`];
const running = (path: string, channels: number) => [
  `${path}.running_mean [${channels}]`,
  `${path}.running_var [${channels}]`,
];

describe("stateNames", () => {
  it("names an mlp's tensors as PyTorch does, without norm", () => {
    expect(listed(mlp("none"))).toEqual([
      "encoder.0.weight [4,2]",
      "encoder.0.bias [4]",
      "encoder.2.weight [4,4]",
      "encoder.2.bias [4]",
      ...HEAD(4),
    ]);
  });

  it.each(["group", "batch"] as const)("names an mlp's tensors with norm %s", (kind) => {
    const expected = [
      "encoder.0.weight [4,2]",
      ...norm("encoder.1", 4),
      "encoder.3.weight [4,4]",
      ...norm("encoder.4", 4),
    ];
    const statistics = [...running("encoder.1", 4), ...running("encoder.4", 4)];
    expect(listed(mlp(kind))).toEqual([...expected, ...HEAD(4), ...(kind === "batch" ? statistics : [])]);
  });

  it("counts the flattening of images as a place", () => {
    expect(listed(mlp("none", IMAGE))[0]).toBe("encoder.1.weight [4,192]");
  });

  it("names a convnet's tensors without norm", () => {
    expect(listed(convnet("none"))).toEqual([
      "encoder.0.weight [4,3,3,3]",
      "encoder.0.bias [4]",
      "encoder.2.weight [8,4,3,3]",
      "encoder.2.bias [8]",
      ...HEAD(8),
    ]);
  });

  it.each(["group", "batch"] as const)("names a convnet's tensors with norm %s", (kind) => {
    const statistics = [...running("encoder.1", 4), ...running("encoder.4", 8)];
    expect(listed(convnet(kind))).toEqual([
      "encoder.0.weight [4,3,3,3]",
      ...norm("encoder.1", 4),
      "encoder.3.weight [8,4,3,3]",
      ...norm("encoder.4", 8),
      ...HEAD(8),
      ...(kind === "batch" ? statistics : []),
    ]);
  });

  it("names a resnet's tensors without norm", () => {
    const block = (path: string, inputs: number, outputs: number) => [
      `${path}.conv1.weight [${outputs},${inputs},3,3]`,
      `${path}.conv1.bias [${outputs}]`,
      `${path}.conv2.weight [${outputs},${outputs},3,3]`,
      `${path}.conv2.bias [${outputs}]`,
    ];
    expect(listed(resnet("none"))).toEqual([
      "encoder.0.weight [4,3,3,3]",
      "encoder.0.bias [4]",
      ...block("encoder.2", 4, 4),
      "encoder.3.shortcut.0.weight [8,4,1,1]",
      "encoder.3.shortcut.0.bias [8]",
      ...block("encoder.3", 4, 8),
      "encoder.4.shortcut.0.weight [16,8,1,1]",
      "encoder.4.shortcut.0.bias [16]",
      ...block("encoder.4", 8, 16),
      ...HEAD(16),
    ]);
  });

  it.each(["group", "batch"] as const)("names a resnet's tensors with norm %s", (kind) => {
    const branch = (path: string, inputs: number, outputs: number) => [
      `${path}.conv1.weight [${outputs},${inputs},3,3]`,
      ...norm(`${path}.norm1`, outputs),
      `${path}.conv2.weight [${outputs},${outputs},3,3]`,
      ...norm(`${path}.norm2`, outputs),
    ];
    const shortcut = (path: string, inputs: number, outputs: number) => [
      `${path}.shortcut.0.weight [${outputs},${inputs},1,1]`,
      ...norm(`${path}.shortcut.1`, outputs),
    ];
    const paths = [
      ["encoder.1", 4],
      ["encoder.3.norm1", 4],
      ["encoder.3.norm2", 4],
      ["encoder.4.shortcut.1", 8],
      ["encoder.4.norm1", 8],
      ["encoder.4.norm2", 8],
      ["encoder.5.shortcut.1", 16],
      ["encoder.5.norm1", 16],
      ["encoder.5.norm2", 16],
    ] as const;
    expect(listed(resnet(kind))).toEqual([
      "encoder.0.weight [4,3,3,3]",
      ...norm("encoder.1", 4),
      ...branch("encoder.3", 4, 4),
      ...shortcut("encoder.4", 4, 8),
      ...branch("encoder.4", 4, 8),
      ...shortcut("encoder.5", 8, 16),
      ...branch("encoder.5", 8, 16),
      ...HEAD(16),
      ...(kind === "batch" ? paths.flatMap(([path, channels]) => running(path, channels)) : []),
    ]);
  });

  it("names a classifier's tensors", () => {
    const [weight, bias] = denseNames("classifier", [4, 10], 7);
    expect(weight).toMatchObject({
      name: "classifier.weight",
      shape: [10, 4],
      source: { kind: "parameter", index: 7 },
    });
    expect(bias).toMatchObject({ name: "classifier.bias", shape: [10], source: { kind: "parameter", index: 8 } });
  });
});

/** Values 0, 1, 2, ... of two learners, as PyTorch has the second one's. */
function ofSecond(tensor: NamedTensor, size: number): number[] {
  const values = Float32Array.from({ length: 2 * size }, (_, i) => i - size);
  return [...tensor.toTorch(values, 1)];
}

const find = (plan: EncoderPlan, name: string) =>
  stateNames(plan).find((tensor) => tensor.name === name) as NamedTensor;

describe("PyTorch's layout", () => {
  it("has the outputs of a dense layer as rows", () => {
    // Ours: [2 inputs, 4 outputs].
    expect(ofSecond(find(mlp("none"), "encoder.0.weight"), 8)).toEqual([0, 4, 1, 5, 2, 6, 3, 7]);
  });

  it("has the columns of a flattened image channel by channel", () => {
    const options: EncoderOptions = { id: "mlp", width: 4, depth: 1, projection: 2, norm: "none" };
    const weight = find(plan(options, [1, 2, 2]), "encoder.1.weight");
    // Ours: rows (pixel 0, channel 0), (0, 1), (1, 0), (1, 1), four outputs each.
    expect(ofSecond(weight, 16).slice(0, 4)).toEqual([0, 8, 4, 12]);
    expect(ofSecond(weight, 16).slice(4, 8)).toEqual([1, 9, 5, 13]);
  });

  it("has filters as OIHW", () => {
    const weight = find(convnet("none"), "encoder.2.weight");
    const [outputs, inputs] = [8, 4];
    const values = ofSecond(weight, 9 * inputs * outputs);
    for (const [o, i, y, x] of [
      [0, 0, 0, 1],
      [3, 2, 1, 0],
      [7, 3, 2, 2],
    ] as const)
      expect(values[((o * inputs + i) * 3 + y) * 3 + x]).toBe(((y * 3 + x) * inputs + i) * outputs + o);
  });

  it("keeps a running mean apart from its variance", () => {
    const [mean, variance] = ["running_mean", "running_var"].map((name) => find(mlp("batch"), `encoder.4.${name}`));
    expect(mean?.source).toEqual({ kind: "state", index: 1 });
    expect(ofSecond(mean as NamedTensor, 8)).toEqual([0, 1, 2, 3]);
    expect(ofSecond(variance as NamedTensor, 8)).toEqual([4, 5, 6, 7]);
  });

  it.each([mlp("batch"), mlp("none", IMAGE), convnet("group"), resnet("batch")])(
    "is left as it was entered",
    (plan) => {
      const names = stateNames(plan);
      expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
      for (const { source, toTorch, fromTorch } of names) {
        const size =
          source.kind === "state"
            ? 2 * (plan.state[source.index]?.channels ?? 0)
            : (plan.parameters[source.index]?.shape ?? []).reduce((product, length) => product * length, 1);
        const before = Float32Array.from({ length: 3 * size }, (_, i) => i);
        const after = before.slice();
        fromTorch(toTorch(before, 2), after, 2);
        expect(after).toEqual(before);
        fromTorch(toTorch(before, 0), after, 2);
        expect(after.slice(0, 2 * size)).toEqual(before.slice(0, 2 * size));
        expect(toTorch(after, 2)).toEqual(toTorch(before, 0));
      }
      expect(() => names[0]?.fromTorch(new Float32Array(1), new Float32Array(1), 0)).toThrow(/has 1 numbers/);
    },
  );
});
