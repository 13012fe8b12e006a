import * as tf from "@tensorflow/tfjs";
import { stackedMatMul } from "../matMul";
import type { Convolution, ConvolutionShape } from "./types";

/**
 * Convolution 3 x 3 of stride 2 of stacked learners as one matrix product (im2col). A stride of 2 is easy after space-to-depth: the
 * padded image becomes a grid of 2 x 2 blocks, [P, Q, 4 C], and the nine taps are five slices of four shifted grids.
 */

/** Order in which the slices below list the taps ky * 3 + kx. */
const TAP_ORDER = [0, 1, 3, 4, 6, 7, 2, 5, 8];
const TAP_POSITION = TAP_ORDER.map((_, tap) => TAP_ORDER.indexOf(tap));
/** Shift (rows, columns of the grid), first channel and channels (in units of C) of each slice. */
const SLICES = [
  { shift: [0, 0], from: 0, channels: 4 },
  { shift: [1, 0], from: 0, channels: 2 },
  { shift: [0, 1], from: 0, channels: 1 },
  { shift: [0, 1], from: 2, channels: 1 },
  { shift: [1, 1], from: 0, channels: 1 },
] as const;

/**
 * Input row 2 p + r gets gradient from output row p + a through tap k: along one axis r = 0 uses (a = 0, k = 1), and
 * r = 1 uses (a = 0, k = 2) and (a = 1, k = 0). null is a tap of zeros.
 */
const TAP_OF_SHIFT_AND_PARITY = [
  [1, 2],
  [null, 0],
] as const;
/** Index of the zero tap that is appended to the nine. */
const ZERO_TAP = 9;

export const strideTwoConvolution: Convolution = {
  forward: (x, w, shape) => stackedMatMul(patches(x, shape), orderTaps(w, TAP_ORDER)),

  filterGradient: (x, dz, shape) => orderTaps(stackedMatMul(patches(x, shape), dz, true, false), TAP_POSITION),

  inputGradient: (dz, w, shape) => {
    const blocks = stackedMatMul(neighbors(dz, shape), blockFilters(w, shape));
    return depthToSpace(blocks, shape);
  },
};

/** Rows [L, 9 C, O] with their nine taps in another order. */
function orderTaps(w: tf.Tensor3D, order: readonly number[]): tf.Tensor3D {
  const [learners, rows, outChannels] = w.shape;
  const taps = w.reshape([learners, 9, (rows / 9) * outChannels]);
  return tf.gather(taps, tf.tensor1d([...order], "int32"), 1).reshape(w.shape);
}

/** The nine pixels under each position of the filter: [slices, N * H' * W', 9 C], taps in TAP_ORDER. */
function patches(x: tf.Tensor4D, shape: ConvolutionShape): tf.Tensor3D {
  const { slices, samples, channels, outHeight, outWidth } = shape;
  const grid = spaceToDepth(x, shape);
  const images = slices * samples;
  const parts = SLICES.map((part) =>
    tf.slice(
      grid,
      [0, part.shift[0], part.shift[1], part.from * channels],
      [images, outHeight, outWidth, part.channels * channels],
    ),
  );
  return tf.concat(parts, 3).reshape([slices, samples * outHeight * outWidth, 9 * channels]);
}

/** [images, H, W, C], padded by one above and left, as blocks [images, H' + 1, W' + 1, (row, column, C)]. */
function spaceToDepth(x: tf.Tensor4D, shape: ConvolutionShape): tf.Tensor4D {
  const [rows, columns] = [shape.outHeight + 1, shape.outWidth + 1];
  const images = x.shape[0];
  const padding: [number, number][] = [
    [0, 0],
    [1, 2 * rows - shape.height - 1],
    [1, 2 * columns - shape.width - 1],
    [0, 0],
  ];
  const padded = tf.pad(x, padding).reshape([images * rows, 2, columns, 2 * shape.channels]);
  return tf.transpose(padded, [0, 2, 1, 3]).reshape([images, rows, columns, 4 * shape.channels]);
}

/** The 2 x 2 output positions that an input block feeds: [L, N * H' * W', (a, b, O)]. */
function neighbors(dz: tf.Tensor3D, shape: ConvolutionShape): tf.Tensor3D {
  const { learners, samples, outHeight, outWidth, outChannels } = shape;
  const images = learners * samples;
  const padded = tf.pad(dz.reshape([images, outHeight, outWidth, outChannels]), [
    [0, 0],
    [0, 1],
    [0, 1],
    [0, 0],
  ]);
  const parts = SHIFTS.map(([a, b]) => tf.slice(padded, [0, a, b, 0], [images, outHeight, outWidth, outChannels]));
  return tf.concat(parts, 3).reshape([learners, samples * outHeight * outWidth, 4 * outChannels]);
}

const SHIFTS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

/** Filters from the 2 x 2 neighbors to the 2 x 2 pixels of a block: [L, (a, b, O), (r, s, C)]. */
function blockFilters(w: tf.Tensor3D, shape: ConvolutionShape): tf.Tensor3D {
  const { learners, channels, outChannels } = shape;
  const taps = tf.pad(w.reshape([learners, 9, channels * outChannels]), [
    [0, 0],
    [0, 1],
    [0, 0],
  ]);
  const blocks = tf.gather(taps, tf.tensor1d(BLOCK_TAPS, "int32"), 1);
  return tf
    .transpose(blocks.reshape([learners * 4, 4 * channels, outChannels]), [0, 2, 1])
    .reshape([learners, 4 * outChannels, 4 * channels]);
}

/** Tap of every (a, b, r, s). */
const BLOCK_TAPS = SHIFTS.flatMap(([a, b]) =>
  SHIFTS.map(([r, s]) => {
    const ky = TAP_OF_SHIFT_AND_PARITY[a][r];
    const kx = TAP_OF_SHIFT_AND_PARITY[b][s];
    return ky === null || kx === null ? ZERO_TAP : 3 * ky + kx;
  }),
);

/** Blocks [L, N * H' * W', (r, s, C)] as pixels [L, N * H * W, C]; an odd side loses its last row. */
function depthToSpace(blocks: tf.Tensor3D, shape: ConvolutionShape): tf.Tensor3D {
  const { learners, samples, height, width, channels, outHeight, outWidth } = shape;
  const images = learners * samples;
  const rows = tf.transpose(blocks.reshape([images * outHeight, outWidth, 2, 2 * channels]), [0, 2, 1, 3]);
  const full = rows.reshape([images, 2 * outHeight, 2 * outWidth * channels]);
  const odd = height < 2 * outHeight || width < 2 * outWidth;
  const cropped = odd ? tf.slice(full, [0, 0, 0], [images, height, width * channels]) : full;
  return cropped.reshape([learners, samples * height * width, channels]);
}
