import type { Said } from "../i18n/message";
import { texts } from "./errors";

const SMALLEST = 2;

/**
 * The largest power of two that training samples fill where they are fewer than a batch; null where that is not what was said, or
 * where they make no batch at all.
 */
export function fillableBatch({ id, args }: Said): number | null {
  const count = id === texts.fewSamples.id ? args?.count : null;
  if (typeof count !== "number" || count < SMALLEST) return null;
  return 2 ** Math.floor(Math.log2(count));
}
