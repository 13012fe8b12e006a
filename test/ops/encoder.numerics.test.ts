import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { type EncoderOptions, parameterCount } from "../../src/models";
import { RESNET_DEPTHS } from "../../src/models/resnet";
import { createEncoder, type Encoder } from "../../src/ops/encoder";
import { initialize } from "../../src/ops/parameters/parameters";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { plainRandom } from "../support/stackedReference";
import { bits, toTensor } from "../support/tensors";

const ENCODERS: [EncoderOptions, number[]][] = [
  [{ id: "mlp", width: 6, depth: 2, projection: 3, norm: "none" }, [4]],
  [{ id: "mlp", width: 5, depth: 1, projection: 4, norm: "none" }, [3, 3, 2]],
  [{ id: "convnet", width: 3, depth: 2, projection: 4, norm: "none" }, [7, 6, 2]],
  [{ id: "mlp", width: 6, depth: 2, projection: 3, norm: "batch" }, [4]],
  [{ id: "convnet", width: 16, depth: 2, projection: 4, norm: "group" }, [7, 6, 2]],
  [{ id: "resnet", width: 4, depth: 8, projection: 4, norm: "none" }, [6, 5, 2]],
  [{ id: "resnet", width: 4, depth: 8, projection: 4, norm: "batch" }, [6, 5, 2]],
];

/** Four of each half: with two, batch normalization would leave but signs. */
const SAMPLES = 8;

describe("createEncoder", () => {
  it("counts the parameters of the reference convnet (117,440 for one channel, 118,016 for three)", () => {
    const options: EncoderOptions = { id: "convnet", width: 32, depth: 3, projection: 64, norm: "none" };
    expect(parameterCount(createEncoder(options, [28, 28, 1]))).toBe(117_440);
    expect(parameterCount(createEncoder(options, [32, 32, 3]))).toBe(118_016);
  });

  it("has the parameters of the published ResNet-18 for CIFAR (11.17 million without its classifier)", () => {
    const options: EncoderOptions = { id: "resnet", width: 64, depth: 18, projection: 32, norm: "batch" };
    const { parameters, macsPerSample, featureSize, state } = createEncoder(options, [32, 32, 3]);
    const encoder = parameters.filter(({ name }) => !name.startsWith("projection"));
    expect(parameterCount({ parameters: encoder })).toBe(11_168_832);
    expect(featureSize).toBe(512);
    expect(state).toHaveLength(20);
    // 0.56 billion, as published, and the head.
    expect(macsPerSample).toBe(555_417_600 + 512 * 512 + 512 * 32);
  });

  it.each([
    [8, 16, 77_392],
    [14, 16, 174_608],
    [10, 64, 4_898_112],
  ] as const)("counts the parameters of ResNet-%i at width %i", (depth, width, count) => {
    const { parameters } = createEncoder({ id: "resnet", width, depth, projection: 32, norm: "batch" }, [32, 32, 3]);
    const encoder = parameters.filter(({ name }) => !name.startsWith("projection"));
    expect(parameterCount({ parameters: encoder })).toBe(count);
  });

  it("has the layers that a resnet's depth counts", () => {
    const layers = (depth: (typeof RESNET_DEPTHS)[number]) =>
      createEncoder({ id: "resnet", width: 4, depth, projection: 4, norm: "none" }, [8, 8, 1]).parameters.filter(
        ({ name }) => name.endsWith("weights") && !/shortcut|projection/.test(name),
      ).length;
    for (const depth of RESNET_DEPTHS) expect(layers(depth)).toBe(depth - 1);
  });

  it("refuses a convnet on points, in words", () => {
    const options: EncoderOptions = { id: "convnet", width: 8, depth: 2, projection: 8, norm: "none" };
    expect(() => createEncoder(options, [2])).toThrow(/needs images.*points of 2 numbers.*mlp/);
  });

  it("refuses a convnet that is too deep for the images, and says which depth fits", () => {
    const options: EncoderOptions = { id: "convnet", width: 8, depth: 4, projection: 8, norm: "none" };
    expect(() => createEncoder(options, [8, 8, 1])).toThrow(/8 x 8 pixels.*depth of at most 3/);
    expect(createEncoder({ ...options, depth: 3 }, [8, 8, 1]).featureSize).toBe(32);
  });
});

describeOnEachBackend("initialize", () => {
  const encoder = createEncoder({ id: "mlp", width: 64, depth: 1, projection: 8, norm: "none" }, [50]);

  it("starts all arms of a seed from the same weights, and seeds from others", async () => {
    const parameters = initialize(encoder, [11, 22], 2);
    for (const [p, variable] of parameters.tensors.entries()) {
      const spec = encoder.parameters[p]!;
      expect(variable.shape).toEqual([4, ...spec.shape]);
      const learners = await Promise.all(tf.unstack(variable).map(bits));
      expect(learners[2]).toEqual(learners[0]);
      expect(learners[3]).toEqual(learners[1]);
      if (spec.init.kind === "heNormal") expect(learners[1]).not.toEqual(learners[0]);
    }
    parameters.dispose();
  });

  it("draws a seed's weights whatever the other seeds and arms are", async () => {
    const [together, alone] = [initialize(encoder, [11, 22], 3), initialize(encoder, [22], 1)];
    expect(await bits(tf.unstack(together.tensors[0]!)[1]!)).toEqual(await bits(alone.tensors[0]!));
    for (const parameters of [together, alone]) parameters.dispose();
  });

  it("lets scales start at one and offsets at zero", async () => {
    const normed = createEncoder({ id: "mlp", width: 4, depth: 1, projection: 2, norm: "batch" }, [3]);
    const parameters = initialize(normed, [11], 2);
    const [, scale, offset] = parameters.tensors as [tf.Tensor, tf.Tensor, tf.Tensor];
    await expectAllclose(scale, new Array(8).fill(1));
    await expectAllclose(offset, new Array(8).fill(0));
    expect(normed.parameters.slice(0, 3).map(({ isExempt }) => isExempt)).toEqual([false, true, true]);
    parameters.dispose();
  });

  it("is He-normal in the weights and zero in the biases", async () => {
    const [weights, bias] = initialize(encoder, [11], 1).tensors as [tf.Tensor, tf.Tensor];
    const values = Array.from(await weights.data());
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    // 3200 numbers: the sample variance has a relative standard deviation of 2.5 %.
    expect(variance / (2 / 50)).toBeGreaterThan(0.88);
    expect(variance / (2 / 50)).toBeLessThan(1.12);
    await expectAllclose(bias, new Array(64).fill(0));
    tf.dispose([weights, bias]);
  });
});

describeOnEachBackend("encoders", () => {
  for (const [options, shape] of ENCODERS) {
    const encoder = createEncoder(options, shape);
    const title = `${options.id} with norm ${options.norm} on [${shape}]`;

    it(`${title} maps [S, N, ...] to features and embeddings of every learner`, () => {
      const { features, embeddings } = encoder.forward(
        perturbed(encoder, 2, 2),
        toTensor(plainRandom([2, SAMPLES, ...shape], 9)),
        null,
      );
      expect(features.shape).toEqual([4, SAMPLES, encoder.featureSize]);
      expect(embeddings.shape).toEqual([4, SAMPLES, options.projection]);
    });

    it(`${title} treats a learner of a cohort as if it were alone`, async () => {
      const parameters = perturbed(encoder, 2, 2);
      const input = toTensor(plainRandom([2, SAMPLES, ...shape], 9));
      const together = tf.unstack(encoder.forward(parameters, input, null).embeddings);
      for (let l = 0; l < 4; l++) {
        const own = parameters.map((parameter) => tf.slice(parameter, [l], [1]));
        const alone = encoder.forward(own, tf.slice(input, [l % 2], [1]), null).embeddings;
        await expectAllclose(together[l]!, alone, { rtol: 1e-5, atol: 1e-5 });
      }
    });

    it(`${title} has the gradient that finite differences show`, async () => {
      const parameters = perturbed(encoder, 1, 1);
      const input = toTensor<tf.Tensor>(plainRandom([1, SAMPLES, ...shape], 9));
      const weights = toTensor<tf.Tensor>(plainRandom([1, SAMPLES, options.projection], 10));
      const loss = (...p: tf.Tensor[]) => encoder.forward(p, input, null).embeddings.mul(weights).sum();
      const gradients = tf.grads(loss)(parameters);
      // Normalized, the loss is small beside its curvature; otherwise rounding needs the longer step.
      const length = options.norm === "none" ? 2e-3 : 2e-4;
      for (const [p, gradient] of gradients.entries()) await expectDirectional(loss, parameters, p, gradient, length);
    });
  }
});

/** Parameters with biases that are not zero, so that their effect shows. */
function perturbed(encoder: Encoder, seeds: number, arms: number): tf.Tensor[] {
  return encoder.parameters.map(({ shape }, p) =>
    tf.mul(toTensor<tf.Tensor>(plainRandom([seeds * arms, ...shape], p + 1)), 0.5),
  );
}

/** The derivative along the gradient itself is its squared norm. A step that crosses no kink of a ReLU is exact enough. */
async function expectDirectional(
  loss: (...p: tf.Tensor[]) => tf.Tensor,
  parameters: tf.Tensor[],
  p: number,
  gradient: tf.Tensor,
  length: number,
): Promise<void> {
  const squaredNorm = (await gradient.square().sum().data())[0]!;
  const step = length / Math.sqrt(squaredNorm);
  const at = async (sign: number) => {
    const moved = parameters.map((x, i) => (i === p ? tf.add(x, tf.mul(gradient, sign * step)) : x));
    return (await loss(...moved).data())[0]!;
  };
  const slope = ((await at(1)) - (await at(-1))) / (2 * step);
  expect(Math.abs(slope / squaredNorm - 1)).toBeLessThan(0.03);
}
