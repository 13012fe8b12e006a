import { columnsOf, stagesOf } from "../../../augmentations";
import { snakeCase } from "../../../engine/wgsl/text";
import type { FusedBatch } from "../fusedBatch";

/** Members of a View: name, and how many numbers where it is an array. */
function members({ augmentations, work }: Pick<FusedBatch, "augmentations" | "work">): [string, number | null][] {
  const columns = columnsOf(augmentations).map((column): [string, null] => [snakeCase(column), null]);
  return [...columns, ...stagesOf(augmentations).flatMap(({ wgsl }) => Object.entries(wgsl.members?.(work) ?? {}))];
}

/**
 * The structure that describes a view: its columns, and what follows from them once per view instead of once per pixel. All
 * its members are 4 bytes wide, so a table of views is a matrix of float32.
 */
export function viewWgsl(batch: Pick<FusedBatch, "augmentations" | "work">): string {
  const lines = members(batch).map(([name, length]) => `${name}: ${length ? `array<f32, ${length}>` : "f32"},`);
  return `\nstruct View {\n  ${lines.join("\n  ")}\n}`;
}

/** Numbers in a View. */
export function viewSize(batch: Pick<FusedBatch, "augmentations" | "work">): number {
  return members(batch).reduce((sum, [, length]) => sum + (length ?? 1), 0);
}
