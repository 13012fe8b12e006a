import { byteNormal, hashWords, PURPOSE } from "./random";

/** What the numbers of a data set are drawn for; independent of each other. */
export const PART = { train: 0, test: 1, layout: 2, order: 3 } as const;
export type Part = (typeof PART)[keyof typeof PART];

/**
 * Random numbers for drawing one sample, one after the other: the hash of (seed, part, index, how many came before),
 * so that sample i needs no other sample. Integer arithmetic and exact divisions only: the same on every machine.
 */
export class RandomStream {
  private readonly seed: number;
  private readonly part: Part;
  private readonly index: number;
  private words: number[] = [];
  private lane = 0;

  constructor(seed: number, part: Part, index = 0) {
    this.seed = seed;
    this.part = part;
    this.index = index;
  }

  /** Even on [from, to). */
  uniform(from = 0, to = 1): number {
    return from + (to - from) * (this.word() / 2 ** 32);
  }

  /** Even on 0 .. count - 1. */
  integer(count: number): number {
    return Math.floor((this.word() / 2 ** 32) * count);
  }

  chance(probability: number): boolean {
    return this.word() / 2 ** 32 < probability;
  }

  /** Nearly standard normal: four even numbers summed and scaled. */
  normal(): number {
    return (this.uniform() + this.uniform() + this.uniform() + this.uniform() - 2) * Math.sqrt(3);
  }

  /** Nearly standard normal on a grid of 1/148: coarse and cheap, for the noise of a pixel. */
  pixelNoise(): number {
    return byteNormal(this.word());
  }

  private word(): number {
    if (this.words.length === 0) {
      const { seed, part: step, index: sample } = this;
      this.words = hashWords({ seed, step, sample, purpose: PURPOSE.dataset, lane: this.lane++ });
    }
    return this.words.pop()!;
  }
}
