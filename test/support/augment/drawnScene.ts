import * as tf from "@tensorflow/tfjs";
import { type AugmentationRecipe, augmentationRecipe } from "../../../src/augmentations/recipe";
import type { Split } from "../../../src/data/types";
import { batchIndices } from "../../../src/engine/batchOrder";
import type { Device } from "../../../src/engine/device";
import { hash, PURPOSE } from "../../../src/engine/random";
import { stepBlockSize } from "../../../src/engine/wgsl/stepBlock";
import { augmentedViews } from "../../../src/ops/augment";
import { pairOffset, type ResidentSamples, toBackend, unpaired } from "../../../src/ops/augment/resident";
import { type AugmentationInput, augmentationOf } from "./config";

export interface Scene {
  shape: number[];
  count: number;
  /** As in a config. */
  options: AugmentationInput;
  seeds: number[];
  batchSize: number;
  /** Whether samples come in pairs; points only. */
  pairs?: boolean;
}

const SCENE: Scene = {
  shape: [12, 12, 3],
  count: 10,
  options: { strength: 1, flip: 0.5, rotation: 15, noise: 0.05 },
  seeds: [3, 0xffff_fff0],
  batchSize: 4,
};

type Placement<D> = (device: D, split: Split, shape: number[]) => ResidentSamples;

/** What kernels of a device draw views from, and the same views by the reference. */
export class DrawnScene<D extends Device> {
  readonly backend: D;
  readonly split: Split;
  readonly shape: number[];
  readonly resident: ResidentSamples;
  readonly recipe: AugmentationRecipe;
  readonly seeds: number[];
  readonly learners: number;
  readonly block: tf.TensorInfo;
  readonly batchSize: number;
  readonly purposes = { purpose: PURPOSE.trainingViews, order: PURPOSE.trainingOrder };

  /** @param place puts all samples on the device */
  constructor(backend: D, place: Placement<D>, what: Partial<Scene> = {}) {
    const { shape, count, options, seeds, batchSize, pairs } = { ...SCENE, ...what };
    this.backend = backend;
    this.shape = shape;
    this.recipe = augmentationRecipe(augmentationOf(options), shape);
    this.seeds = seeds;
    this.batchSize = batchSize;
    const values = sampleValues(count, shape);
    // The second of a pair lies where no first one does.
    const second = pairs ? Float32Array.from(values, (value) => value + 10) : undefined;
    this.split = { count, values, second, labels: null };
    this.resident = place(backend, this.split, shape);
    this.learners = 2 * seeds.length;
    this.block = backend.allocate(stepBlockSize(this.learners));
  }

  setStep(step: number): void {
    this.backend.writeInPlace(this.block, Uint32Array.of(step));
  }

  reference(step: number): tf.Tensor {
    const indices = Int32Array.from(this.indices(step).flat());
    return augmentedViews(toBackend(unpaired(this.split), this.shape), this.recipe, {
      seeds: this.seeds,
      step,
      purpose: this.purposes.purpose,
      indices,
      pairOffset: pairOffset(this.split),
    });
  }

  /** Samples of each seed's batch. */
  indices(step: number): number[][] {
    const { batchSize } = this;
    const { order } = this.purposes;
    return this.seeds.map((seed) => [
      ...batchIndices({ seed, step, batchSize, count: this.split.count, purpose: order }),
    ]);
  }
}

/** Bytes for images, floats for points. */
function sampleValues(count: number, shape: number[]): Uint8Array | Float32Array {
  const size = count * tf.util.sizeFromShape(shape);
  const byte = (sample: number) => hash({ seed: 1, step: 0, sample, purpose: PURPOSE.dataset }) >>> 24;
  if (shape.length === 1) return Float32Array.from({ length: size }, (_, i) => byte(i) / 64 - 2);
  return Uint8Array.from({ length: size }, (_, i) => byte(i));
}
