/** Channels are read as vectors wherever their number allows it. */

/** Channels that one load takes: 4 or 2 where they divide the number of channels, otherwise 1. */
export function lanesOf(channels: number): number {
  return [4, 2].find((lanes) => channels % lanes === 0) ?? 1;
}

/** WGSL type of that many channels. */
export function vectorOf(lanes: number): string {
  return lanes === 1 ? "f32" : `vec${lanes}f`;
}

/** One channel of a variable. */
export function laneOf(variable: string, lanes: number, lane: number): string {
  return lanes === 1 ? variable : `${variable}.${"xyzw"[lane]}`;
}
