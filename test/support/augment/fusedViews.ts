import * as tf from "@tensorflow/tfjs";
import { type AugmentationRecipe, augmentationRecipe } from "../../../src/augmentations/recipe";
import type { Split } from "../../../src/data/types";
import { batchIndices } from "../../../src/engine/batchOrder";
import { hash, PURPOSE } from "../../../src/engine/random";
import type { PlaygroundBackend } from "../../../src/engine/webgpu/backend";
import { stepBlockSize } from "../../../src/engine/wgsl/stepBlock";
import { augmentedViews, type FusedDraw, fusedBatch, fusedViews } from "../../../src/ops/augment";
import { drawViews } from "../../../src/ops/augment/fused";
import {
  packedToBackend,
  pairOffset,
  type ResidentSamples,
  toBackend,
  unpaired,
} from "../../../src/ops/augment/resident";
import { type AugmentationInput, augmentationOf } from "./config";

/** The same views by the reference and by the fused programs. */
export class ViewsOfBothKinds {
  readonly backend: PlaygroundBackend;
  readonly split: Split;
  readonly shape: number[];
  readonly resident: ResidentSamples;
  readonly recipe: AugmentationRecipe;
  readonly seeds: number[];
  readonly draw: FusedDraw;

  constructor(backend: PlaygroundBackend, what: Partial<Scene> = {}) {
    const { shape, count, options, seeds, batchSize, pairs } = { ...SCENE, ...what };
    this.backend = backend;
    this.shape = shape;
    this.recipe = augmentationRecipe(augmentationOf(options), shape);
    this.seeds = seeds;
    const values = sampleValues(count, shape);
    // The second of a pair lies where no first one does.
    const second = pairs ? Float32Array.from(values, (value) => value + 10) : undefined;
    this.split = { count, values, second, labels: null };
    this.resident = packedToBackend(backend, this.split, shape);
    const learners = 2 * seeds.length;
    this.draw = {
      seeds: tf.tensor1d(
        Int32Array.from(seeds, (seed) => seed | 0),
        "int32",
      ),
      block: backend.allocate(stepBlockSize(learners)),
      learners,
      batchSize,
      purpose: PURPOSE.trainingViews,
      order: PURPOSE.trainingOrder,
    };
  }

  setStep(step: number): void {
    this.backend.writeInPlace(this.draw.block, Uint32Array.of(step));
  }

  /** At the step that was set. */
  fused(resident = this.resident): tf.Tensor {
    return fusedViews(this.backend, resident, this.recipe, this.draw);
  }

  /** The table behind the fused views of images. */
  drawn(): { samples: tf.Tensor; views: tf.Tensor } {
    const [height = 0, width = 0, channels = 0] = this.shape;
    const batch = fusedBatch({ count: this.split.count, shape: this.shape }, this.recipe, this.draw);
    return drawViews(this.backend, [height, width, channels], batch);
  }

  reference(step: number): tf.Tensor {
    const { purpose } = this.draw;
    const indices = Int32Array.from(this.indices(step).flat());
    return augmentedViews(toBackend(unpaired(this.split), this.shape), this.recipe, {
      seeds: this.seeds,
      step,
      purpose,
      indices,
      pairOffset: pairOffset(this.split),
    });
  }

  /** Samples of each seed's batch. */
  indices(step: number): number[][] {
    const { batchSize, order } = this.draw;
    return this.seeds.map((seed) => [
      ...batchIndices({ seed, step, batchSize, count: this.split.count, purpose: order }),
    ]);
  }
}

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

/** Bytes for images, floats for points. */
function sampleValues(count: number, shape: number[]): Uint8Array | Float32Array {
  const size = count * tf.util.sizeFromShape(shape);
  const byte = (sample: number) => hash({ seed: 1, step: 0, sample, purpose: PURPOSE.dataset }) >>> 24;
  if (shape.length === 1) return Float32Array.from({ length: size }, (_, i) => byte(i) / 64 - 2);
  return Uint8Array.from({ length: size }, (_, i) => byte(i));
}
