import { madd, partOf, putPart } from "../../engine/wasm/math.as";

/**
 * Normalization in AssemblyScript, as fused.ts has it in WGSL: moments of images joined by their means, so that nothing cancels. Of a
 * set's samples the first `own` of its learner count, an int32 each; all of them where there is no such table (0).
 */

/** How many samples of a set count. */
@inline
function counted(own: usize, learner: i32, setSamples: i32): i32 {
  return own ? load<i32>(own + ((<usize>learner) << 2)) : setSamples;
}

/**
 * Mean and variance of every set: x [L, N, P, C] to statistics [L, R, 2, C].
 * @param partial scratch [N, 2, C]
 */
export function normStatistics(
  x: usize,
  own: usize,
  statistics: usize,
  partial: usize,
  learners: i32,
  samples: i32,
  pixels: i32,
  channels: i32,
  setSamples: i32,
  setChannels: i32,
): void {
  const row = (<usize>channels) << 2;
  const image = <usize>pixels * row;
  for (let l = 0; l < learners; l++) {
    const count = counted(own, l, setSamples);
    for (let n = 0; n < samples; n++, x += image)
      if (n % setSamples < count) momentsOfImage(x, partial + 2 * <usize>n * row, pixels, channels);
    for (let n = 0; n < samples; n += setSamples, statistics += 2 * row)
      for (let c = 0; c < channels; c += setChannels)
        joinMoments(partial + 2 * <usize>n * row + ((<usize>c) << 2), statistics + ((<usize>c) << 2), count, setChannels, pixels, row);
  }
}

/** Per channel the mean and the sum of squared deviations, summed from the first pixel. */
function momentsOfImage(x: usize, moments: usize, pixels: i32, channels: i32): void {
  const row = (<usize>channels) << 2;
  for (let c = 0; c < channels; c += 4) {
    const left = channels - c;
    const from = x + ((<usize>c) << 2);
    const first = partOf(from, left);
    let sum = f32x4.splat(0),
      squares = sum;
    let at = from + row;
    for (let p = 1; p < pixels; p++, at += row) {
      const deviation = f32x4.sub(partOf(at, left), first);
      sum = f32x4.add(sum, deviation);
      squares = madd(deviation, deviation, squares);
    }
    const mean = f32x4.div(sum, f32x4.splat(<f32>pixels));
    const to = moments + ((<usize>c) << 2);
    putPart(to, f32x4.add(first, mean), left);
    putPart(to + row, f32x4.sub(squares, f32x4.mul(sum, mean)), left);
  }
}

/** Of one set (Chan, Golub and LeVeque, 1979), at each of its channels. */
function joinMoments(moments: usize, statistics: usize, samples: i32, channels: i32, pixels: i32, row: usize): void {
  let sum: f64 = 0;
  for (let n = 0; n < samples; n++)
    for (let c = 0; c < channels; c++) sum += <f64>load<f32>(moments + 2 * <usize>n * row + ((<usize>c) << 2));
  const mean = sum / <f64>(samples * channels);
  let squares: f64 = 0;
  for (let n = 0; n < samples; n++)
    for (let c = 0; c < channels; c++) {
      const at = moments + 2 * <usize>n * row + ((<usize>c) << 2);
      const deviation = <f64>load<f32>(at) - mean;
      squares += <f64>load<f32>(at + row) + <f64>pixels * deviation * deviation;
    }
  const variance = squares / (<f64>(samples * channels) * <f64>pixels);
  for (let c = 0; c < channels; c++, statistics += 4) {
    store<f32>(statistics, <f32>mean);
    store<f32>(statistics + row, <f32>variance);
  }
}

/**
 * y = activation((x - mean) / sqrt(variance + epsilon) * scale + offset + residual), [L, N, P, C].
 * @param residual 0 for none
 * @param inverse scratch [C]
 */
export function normForward(
  x: usize,
  scale: usize,
  offset: usize,
  residual: usize,
  statistics: usize,
  y: usize,
  inverse: usize,
  learners: i32,
  samples: i32,
  pixels: i32,
  channels: i32,
  setSamples: i32,
  epsilon: f32,
  rectifies: i32,
): void {
  const row = (<usize>channels) << 2;
  const image = <usize>pixels * row;
  let at: usize = 0;
  let mean = statistics;
  for (let l = 0; l < learners; l++, scale += row, offset += row)
    for (let n = 0; n < samples; n++, at += image) {
      if (n % setSamples == 0) {
        inverses(statistics + row, inverse, channels, epsilon);
        mean = statistics;
        statistics += 2 * row;
      }
      for (let c = 0; c < channels; c += 4) {
        const own = (<usize>c) << 2;
        const left = channels - c;
        const factor = f32x4.mul(partOf(inverse + own, left), partOf(scale + own, left));
        const center = partOf(mean + own, left),
          shift = partOf(offset + own, left);
        for (let to = at + own, end = to + image; to < end; to += row) {
          let z = madd(f32x4.sub(partOf(x + to, left), center), factor, shift);
          if (residual) z = f32x4.add(z, partOf(residual + to, left));
          if (rectifies) z = f32x4.max(z, f32x4.splat(0));
          putPart(y + to, z, left);
        }
      }
    }
}

/** 1 / sqrt(variance + epsilon) */
function inverses(variance: usize, to: usize, channels: i32, epsilon: f32): void {
  for (let c = 0; c < channels; c++, variance += 4, to += 4)
    store<f32>(to, <f32>(1 / sqrt(<f64>load<f32>(variance) + <f64>epsilon)));
}

/**
 * Gradients of scale and offset, [L, C], and the means of each set that the input's gradient takes, [L, R, 2, C]: with g the gradient
 * before the activation and s = (x - mean) / sqrt(variance + epsilon), of g scale and of g scale s.
 * @param y where it is not 0 the activation is ReLU
 * @param partial scratch [N, 2, C]
 * @param inverse scratch [C]
 */
export function normSums(
  x: usize,
  dy: usize,
  y: usize,
  scale: usize,
  statistics: usize,
  own: usize,
  dscale: usize,
  doffset: usize,
  means: usize,
  partial: usize,
  inverse: usize,
  learners: i32,
  samples: i32,
  pixels: i32,
  channels: i32,
  setSamples: i32,
  setChannels: i32,
  epsilon: f32,
): void {
  const row = (<usize>channels) << 2;
  const image = <usize>pixels * row;
  for (let l = 0; l < learners; l++, scale += row, dscale += row, doffset += row) {
    for (let n = 0; n < samples; n++, x += image, dy += image) {
      const set = statistics + 2 * <usize>(n / setSamples) * row;
      if (n % setSamples == 0) inverses(set + row, inverse, channels, epsilon);
      sumsOfImage(x, dy, y, set, inverse, partial + 2 * <usize>n * row, pixels, channels);
      if (y) y += image;
    }
    for (let c = 0; c < channels; c++) {
      const at = (<usize>c) << 2;
      store<f32>(doffset + at, sumOver(partial + at, samples, 2 * row));
      store<f32>(dscale + at, sumOver(partial + row + at, samples, 2 * row));
    }
    const count = counted(own, l, setSamples);
    for (let n = 0; n < samples; n += setSamples, statistics += 2 * row, means += 2 * row)
      for (let c = 0; c < channels; c += setChannels) {
        const at = (<usize>c) << 2;
        const sums = partial + 2 * <usize>n * row + at;
        meanOfSet(sums, scale + at, means + at, count, setChannels, pixels, row);
        meanOfSet(sums + row, scale + at, means + row + at, count, setChannels, pixels, row);
      }
  }
}

function sumsOfImage(
  x: usize,
  dy: usize,
  y: usize,
  mean: usize,
  inverse: usize,
  sums: usize,
  pixels: i32,
  channels: i32,
): void {
  const row = (<usize>channels) << 2;
  for (let c = 0; c < channels; c += 4) {
    const left = channels - c;
    let at = (<usize>c) << 2;
    const center = partOf(mean + at, left),
      factor = partOf(inverse + at, left);
    const to = sums + at;
    let sum = f32x4.splat(0),
      along = sum;
    for (let p = 0; p < pixels; p++, at += row) {
      const g = gradientBefore(dy, y, at, left);
      sum = f32x4.add(sum, g);
      along = madd(g, f32x4.mul(f32x4.sub(partOf(x + at, left), center), factor), along);
    }
    putPart(to, sum, left);
    putPart(to + row, along, left);
  }
}

/** dy, or 0 where the activated value is 0. */
@inline
function gradientBefore(dy: usize, y: usize, at: usize, left: i32): v128 {
  const g = partOf(dy + at, left);
  return y ? v128.andnot(g, f32x4.le(partOf(y + at, left), f32x4.splat(0))) : g;
}

function sumOver(at: usize, count: i32, stride: usize): f32 {
  let sum: f64 = 0;
  for (let i = 0; i < count; i++, at += stride) sum += <f64>load<f32>(at);
  return <f32>sum;
}

function meanOfSet(sums: usize, scale: usize, to: usize, samples: i32, channels: i32, pixels: i32, row: usize): void {
  let sum: f64 = 0;
  for (let n = 0; n < samples; n++)
    for (let c = 0; c < channels; c++) {
      const at = (<usize>c) << 2;
      sum += <f64>load<f32>(scale + at) * <f64>load<f32>(sums + 2 * <usize>n * row + at);
    }
  const mean = <f32>(sum / (<f64>(samples * channels) * <f64>pixels));
  for (let c = 0; c < channels; c++, to += 4) store<f32>(to, mean);
}

/**
 * dx = (g scale - mean of g scale - s mean of g scale s) / sqrt(variance + epsilon), and g for a residual where it has a place.
 * @param inverse scratch [C]
 */
export function normInputGradient(
  x: usize,
  dy: usize,
  y: usize,
  scale: usize,
  statistics: usize,
  own: usize,
  means: usize,
  dx: usize,
  dresidual: usize,
  inverse: usize,
  learners: i32,
  samples: i32,
  pixels: i32,
  channels: i32,
  setSamples: i32,
  epsilon: f32,
): void {
  const row = (<usize>channels) << 2;
  const image = <usize>pixels * row;
  let at: usize = 0;
  let set = statistics,
    ofSet = means;
  for (let l = 0; l < learners; l++, scale += row) {
    const count = counted(own, l, setSamples);
    for (let n = 0; n < samples; n++, at += image) {
      if (n % setSamples == 0) {
        inverses(statistics + row, inverse, channels, epsilon);
        set = statistics;
        ofSet = means;
        statistics += 2 * row;
        means += 2 * row;
      }
      const counts = n % setSamples < count;
      for (let c = 0; c < channels; c += 4) {
        const channel = (<usize>c) << 2;
        const left = channels - c;
        const factor = partOf(inverse + channel, left),
          weight = partOf(scale + channel, left),
          center = partOf(set + channel, left),
          level = counts ? partOf(ofSet + channel, left) : f32x4.splat(0),
          along = counts ? partOf(ofSet + row + channel, left) : f32x4.splat(0);
        for (let to = at + channel, end = to + image; to < end; to += row) {
          const g = gradientBefore(dy, y, to, left);
          const s = f32x4.mul(f32x4.sub(partOf(x + to, left), center), factor);
          const z = f32x4.sub(f32x4.sub(f32x4.mul(g, weight), level), f32x4.mul(s, along));
          putPart(dx + to, f32x4.mul(z, factor), left);
          if (dresidual) putPart(dresidual + to, g, left);
        }
      }
    }
  }
}
