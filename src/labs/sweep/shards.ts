import type { Cell } from "./grid";

/** A part of a sweep that is measured by itself, on another machine perhaps: which one of how many, counted from 1. */
export interface Shard {
  index: number;
  count: number;
}

/** A sweep in one piece. */
export const WHOLE: Shard = { index: 1, count: 1 };

/** Digits of a number that is no slip. */
const SHARD = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/;

/** @param text `3/16`, as `shardName` writes it; null where it is none */
export function parseShard(text: string): Shard | null {
  const [, index, count] = SHARD.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index <= shard.count ? shard : null;
}

export function shardName({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/** Round robin, in the order of the grid: cells that lie beside each other, and take about as long, go to different shards. */
export function cellsOfShard(cells: readonly Cell[], { index, count }: Shard): Cell[] {
  return cells.filter((_, place) => place % count === index - 1);
}
