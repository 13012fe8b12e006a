import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { ALL, type Augmentations } from "../../src/augmentations";
import { planEncoder } from "../../src/models";
import { augmentedViews, fusedViews } from "../../src/ops/augment";
import { toBackend } from "../../src/ops/augment/resident";
import { encoderOfLayers } from "../../src/ops/encoder";
import { expectAllclose } from "../support/allclose";
import { ViewsOfBothKinds } from "../support/augment/fusedViews";
import { solarize } from "../support/augment/solarize";
import { describeOnEachBackend, describeOnWebGpu } from "../support/backends";
import { plainRandom } from "../support/stackedReference";
import { toTensor } from "../support/tensors";

const WITH: Augmentations = [...ALL, solarize as unknown as Augmentations[number]];

describeOnWebGpu("an augmentation of one file", (backend) => {
  it("is done by the reference and by the fused program alike", async () => {
    const both = new ViewsOfBothKinds(backend, { options: { strength: 0, noise: 0 } });
    const recipe = { ...both.recipe, solarize: 0.5 };
    both.setStep(3);
    const fused = fusedViews(backend, both.resident, recipe, both.draw, WITH);
    const indices = Int32Array.from(both.indices(3).flat());
    const batch = { seeds: both.seeds, step: 3, purpose: both.draw.purpose, indices };
    const reference = augmentedViews(toBackend(both.split, both.shape), recipe, batch, WITH);
    await expectAllclose(fused, reference, { rtol: 0, atol: 2e-6 });
    const changed = tf.sub(reference, both.reference(3)).abs().max();
    expect((await changed.data())[0]).toBeGreaterThan(0.1);
  });
});

describeOnEachBackend("an encoder from a plain list of two layers", () => {
  it("is planned and learns", async () => {
    const encoder = encoderOfLayers(
      [
        { kind: "dense", name: "first", outputs: 4, bias: true },
        { kind: "relu" },
        { kind: "projection", layers: [{ kind: "dense", name: "second", outputs: 2, bias: true }] },
      ],
      [3],
    );
    expect(encoder.parameters.map(({ shape }) => shape)).toEqual([
      [3, 4],
      [1, 4],
      [4, 2],
      [1, 2],
    ]);
    expect(encoder.parameters).not.toEqual(
      planEncoder({ id: "mlp", width: 4, depth: 1, projection: 2, norm: "none" }, [3]).parameters,
    );
    const weights = encoder.parameters.map(({ shape }, p) => toTensor<tf.Tensor>(plainRandom([1, ...shape], p + 1)));
    const x = tf.ones([1, 5, 3]);
    const loss = (...p: tf.Tensor[]) => encoder.forward(p, x, null).embeddings.sub(1).square().sum();
    const gradients = tf.grads(loss)(weights);
    const moved = weights.map((weight, i) => tf.sub(weight, tf.mul(gradients[i] as tf.Tensor, 1e-3)));
    const [before] = await loss(...weights).data();
    const [after] = await loss(...moved).data();
    expect(after).toBeLessThan(before as number);
  });
});
