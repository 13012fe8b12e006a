import type { Tensor, Tensor3D, Tensor5D } from "@tensorflow/tfjs";
import { type ConvolutionOptions, convolve } from "../ops/conv";
import { dense } from "../ops/dense";
import { normaliseBy, normaliseSets, type Observed } from "../ops/norm";
import type { Activation } from "../ops/parts/affine";
import { addAndRectify } from "../ops/residual";
import type { Encoded, Norm } from "./types";

/** Channels of a group at least; the groups of a layer are equal, so more where 8 does not divide the channels. */
const GROUP_CHANNELS = 8;
/** Batch normalisation takes the first and the second views apart, as one after the other through the encoder. */
const HALVES = 2;

/** One forward pass: hands the parameters to the layers in the order in which the plan lists them (plan.ts). */
export class ForwardPass {
  private readonly parameters: Tensor[];
  private readonly norm: Norm;
  private readonly running: Tensor[] | null;
  private readonly observed: Observed[] = [];
  private used = 0;
  private normalised = 0;

  /** @param running as in `Encoder.forward` */
  constructor(parameters: Tensor[], norm: Norm, running: Tensor[] | null) {
    this.parameters = parameters;
    this.norm = norm;
    this.running = running;
  }

  /** A dense layer with ReLU: x [S or L, N, I] to [L, N, O]. */
  dense(x: Tensor3D): Tensor3D {
    const inputIsData = this.used === 0;
    const w = this.take();
    if (this.norm === "none") return dense(x, w, this.take(), { activation: "relu", inputIsData });
    return this.normalise(dense(x, w, null, { activation: "linear", inputIsData }), "relu", null) as Tensor3D;
  }

  /**
   * A convolution: x [S or L, N, H, W, C] to [L, N, H', W', O].
   * @param residual added before the activation, which is then ReLU
   */
  convolution(
    x: Tensor5D,
    options: Pick<ConvolutionOptions, "kernel" | "stride" | "activation">,
    residual: Tensor5D | null = null,
  ): Tensor5D {
    const { activation, ...filters } = options;
    const inputIsData = this.used === 0;
    const w = this.take();
    const linear = { ...filters, activation: "linear", inputIsData } as const;
    if (this.norm !== "none") return this.normalise(convolve(x, w, null, linear), activation, residual) as Tensor5D;
    if (residual) return addAndRectify(convolve(x, w, this.take(), linear), residual) as Tensor5D;
    return convolve(x, w, this.take(), { ...options, inputIsData });
  }

  /** The projection head, whose layers have a bias whatever the encoder has: h [L, N, F]. */
  finish(features: Tensor3D): Encoded {
    const hidden = dense(features, this.take(), this.take(), { activation: "relu" });
    const embeddings = dense(hidden, this.take(), this.take(), { activation: "linear" });
    return { features, embeddings, observed: this.observed };
  }

  private take(): Tensor3D {
    return this.parameters[this.used++] as Tensor3D;
  }

  private normalise(x: Tensor, activation: Activation, residual: Tensor | null): Tensor {
    const layer = { scale: this.take(), offset: this.take(), residual, activation };
    const channels = x.shape[x.rank - 1] as number;
    if (this.norm === "group") return normaliseSets(x, layer, { samples: 1, channels: groupChannels(channels) }).y;
    if (this.running) return normaliseBy(x, layer, this.running[this.normalised++] as Tensor);
    const [learners = 1, samples = 1] = x.shape;
    const { y, statistics } = normaliseSets(x, layer, { samples: Math.ceil(samples / HALVES), channels: 1 });
    this.observed.push({ statistics, count: x.size / (learners * HALVES * channels) });
    return y;
  }
}

/** The smallest divisor of the channels that is large enough; all of them where there are fewer. */
function groupChannels(channels: number): number {
  let size = Math.min(GROUP_CHANNELS, channels);
  while (channels % size > 0) size++;
  return size;
}
