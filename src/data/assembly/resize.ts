/** Sides that are kept as they are; others are scaled to the nearer of the two. */
const FROM = 28;
const TO = 64;

/** The side at which an image is stored: small ones are enlarged for the encoders, large ones would fill the memory. */
export function storedSide(side: number): number {
  return Math.min(TO, Math.max(FROM, side));
}

/** For each new pixel of an axis the old ones that it covers, from `first[i]` on, with shares that add up to 1. */
interface Areas {
  first: Int32Array;
  shares: Float64Array[];
}

/**
 * Scales images by averaging over the area that each new pixel covers of the old ones (box filter); enlarged pixels keep
 * their edges. One axis after the other, which comes to the same.
 */
export class BoxFilter {
  private readonly from: readonly number[];
  private readonly to: readonly number[];
  private readonly rows: Areas;
  private readonly columns: Areas;
  /** Rows averaged already, columns not yet: [width, channels]. */
  private readonly band: Float64Array;

  /**
   * @param from height, width and channels of the old images
   * @param to height and width of the new ones
   * @param square whether only the middle of an oblong image is used, the largest square
   */
  constructor(from: readonly number[], to: readonly [number, number], square = false) {
    const [height = 0, width = 0, channels = 0] = from;
    const side = Math.min(height, width);
    this.from = from;
    this.to = to;
    this.rows = square ? areas(side, to[0], (height - side) / 2) : areas(height, to[0], 0);
    this.columns = square ? areas(side, to[1], (width - side) / 2) : areas(width, to[1], 0);
    this.band = new Float64Array(width * channels);
  }

  /** Scales the image at `offset` of `source` to `at` of `target`. */
  apply(source: ArrayLike<number>, offset: number, target: Uint8Array | Uint16Array, at: number): void {
    const [height = 0, width = 0] = this.to;
    const [, , channels = 0] = this.from;
    for (let row = 0; row < height; row++) {
      this.averageRows(row, source, offset);
      this.averageColumns(target, at + row * width * channels);
    }
  }

  private averageRows(row: number, source: ArrayLike<number>, offset: number): void {
    const { band } = this;
    const length = band.length;
    band.fill(0);
    this.rows.shares[row]!.forEach((share, k) => {
      const start = offset + (this.rows.first[row]! + k) * length;
      for (let i = 0; i < length; i++) band[i]! += share * source[start + i]!;
    });
  }

  private averageColumns(target: Uint8Array | Uint16Array, at: number): void {
    const { band } = this;
    const { first, shares } = this.columns;
    const [, , channels = 0] = this.from;
    for (let column = 0; column < first.length; column++) {
      const own = shares[column]!;
      for (let c = 0; c < channels; c++) {
        let sum = 0;
        for (let k = 0; k < own.length; k++) sum += own[k]! * band[(first[column]! + k) * channels + c]!;
        target[at + column * channels + c] = Math.round(sum);
      }
    }
  }
}

/** Areas of an axis of `from` old pixels, of which the first is number `start` (a half where an odd number is cut off). */
function areas(from: number, to: number, start: number): Areas {
  const scale = from / to;
  const result: Areas = { first: new Int32Array(to), shares: [] };
  for (let i = 0; i < to; i++) {
    const [low, high] = [start + i * scale, start + (i + 1) * scale];
    const first = Math.floor(low);
    // Rounding may carry the end of the last pixel past the image.
    const last = Math.min(Math.ceil(start + from), Math.ceil(high));
    const covered = Float64Array.from({ length: last - first }, (_, k) =>
      Math.max(0, Math.min(high, first + k + 1) - Math.max(low, first + k)),
    );
    result.first[i] = first;
    result.shares.push(covered.map((length) => length / scale));
  }
  return result;
}

/** Grey of a red, a green and a blue byte: ITU-R BT.601, as JPEG and the other loaders use it. */
export function luma(red: number, green: number, blue: number): number {
  return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
}
