import type { Tensor, Tensor3D, Tensor4D, Tensor5D } from "@tensorflow/tfjs";
import { groupChannels, type Layer, type NormLayer, type ResidualLayer } from "../../models/layers";
import { convolve } from "../conv";
import { dense } from "../dense";
import { type NormLayer as AppliedNorm, type Normalized, normalizeBy, normalizeSets } from "../norm";
import type { Sets } from "../norm/types";
import type { Activation } from "../parts/affine";
import { globalAveragePool } from "../pool";
import { addAndRectify } from "../residual";
import type { Observed } from "../runningStatistics";
import { type ProductUnit, type Unit, unitsOf } from "./units";

/** Values between the operations of a forward pass by a batch's own statistics, in their order, [L, ...] each. */
export interface ForwardValues {
  /** Sees them. */
  note?(value: Tensor): void;
  /**
   * Those that another pass noted, where they are the same: they are not computed again, but the mean over an image's pixels,
   * which takes one look at each.
   */
  known?: readonly Tensor[];
}

/** Batch normalization takes the first and the second views apart, as one after the other through the encoder. */
const HALVES = 2;

/** One forward pass: hands the parameters to the layers in the order in which the plan lists them (models/placement.ts). */
export class ForwardPass {
  /** What the normalizations saw of the batch, in their order; empty with running statistics. */
  readonly observed: Observed[] = [];
  private readonly parameters: Tensor[];
  private readonly running: Tensor[] | null;
  private readonly own: readonly number[] | null;
  private readonly values: ForwardValues;
  /** The samples, or a form of them: no gradient is asked for. */
  private data: Tensor;
  private used = 0;
  private normalized = 0;
  private recalled = 0;

  /** @param running @param own @param values as in `Encoder.forward` */
  constructor(
    parameters: Tensor[],
    input: Tensor,
    running: Tensor[] | null,
    own: readonly number[] | null,
    values: ForwardValues,
  ) {
    this.parameters = parameters;
    this.data = input;
    this.running = running;
    this.own = own;
    this.values = values;
  }

  /** @param residual added before the activation of the last layer, which is then ReLU */
  run(layers: readonly Layer[], input: Tensor, residual: Tensor | null = null): Tensor {
    const units = unitsOf(layers);
    return units.reduce((x, unit, i) => this.step(unit, x, i === units.length - 1 ? residual : null), input);
  }

  private step(unit: Unit, x: Tensor, residual: Tensor | null): Tensor {
    if ("product" in unit) return this.product(unit, x, residual);
    if (unit.kind === "residual") return this.block(unit, x);
    return unit.kind === "flatten" ? this.flatten(x) : globalAveragePool(x as Tensor5D);
  }

  private block({ shortcut, branch }: ResidualLayer, x: Tensor): Tensor {
    const beside = this.run(shortcut, x);
    return this.run(branch, x, beside);
  }

  private flatten(x: Tensor): Tensor {
    const [slices = 1, samples = 1] = x.shape;
    const vectors = x.reshape([slices, samples, -1]);
    if (x === this.data) this.data = vectors;
    return vectors;
  }

  /** A dense layer [S or L, N, I] to [L, N, O], or a convolution [S or L, N, H, W, C] to [L, N, H', W', O]. */
  private product({ product, norm, activation: own }: ProductUnit, x: Tensor, residual: Tensor | null): Tensor {
    const activation = residual ? "relu" : own;
    const inputIsData = x === this.data;
    const w = this.nextParameter();
    const b = product.bias ? this.nextParameter() : null;
    const apply = (activation: Activation) => {
      const options = { activation, inputIsData, known: this.recall() };
      return this.noted(
        product.kind === "dense"
          ? dense(x as Tensor3D, w, b, options)
          : convolve(x as Tensor5D, w, b, { ...options, kernel: product.kernel, stride: product.stride }),
      );
    };
    if (norm) return this.normalize(norm, apply("linear"), activation, residual);
    if (!residual) return apply(activation);
    const linear = apply("linear");
    return this.noted(addAndRectify(linear, residual, this.recall()));
  }

  private normalize({ norm }: NormLayer, x: Tensor, activation: Activation, residual: Tensor | null): Tensor {
    const layer = { scale: this.nextParameter(), offset: this.nextParameter(), residual, activation };
    const channels = x.shape[x.rank - 1] as number;
    if (norm === "group") return this.normalizeSets(x, layer, { samples: 1, channels: groupChannels(channels) }).y;
    if (this.running) return normalizeBy(x, layer, this.running[this.normalized++] as Tensor);
    const [learners = 1, views = 1] = x.shape;
    const samples = Math.ceil(views / HALVES);
    const { y, statistics } = this.normalizeSets(x, layer, { samples, channels: 1, own: this.own });
    const perView = x.size / (learners * views * channels);
    this.observed.push({ statistics, counts: (this.own ?? [views / HALVES]).map((count) => count * perView) });
    return y;
  }

  private normalizeSets(x: Tensor, layer: AppliedNorm, sets: Sets): Normalized {
    const [y, statistics] = [this.recall(), this.recall() as Tensor4D | null];
    const normalized = normalizeSets(x, layer, sets, y && statistics && { y, statistics });
    this.noted(normalized.y);
    this.noted(normalized.statistics);
    return normalized;
  }

  /** The next operation's value; null where it is to be computed. */
  private recall(): Tensor | null {
    return this.values.known?.[this.recalled++] ?? null;
  }

  private noted<T extends Tensor>(value: T): T {
    this.values.note?.(value);
    return value;
  }

  private nextParameter(): Tensor3D {
    return this.parameters[this.used++] as Tensor3D;
  }
}
