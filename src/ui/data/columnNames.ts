import type { DatasetSummary } from "../../data/types";

/** The columns that the dimensions of rows were taken from, where each is a column of its own; else null. */
export function columnNames({ shape, outline }: Pick<DatasetSummary, "shape" | "outline">): readonly string[] | null {
  if (outline?.of !== "columns" || outline.more > 0 || outline.pictures) return null;
  if (outline.fields.some(({ role }) => role === "categories")) return null;
  const names = outline.fields.filter(({ role }) => role === "feature" || role === "viewA").map(({ name }) => name);
  return shape.length === 1 && names.length === shape[0] && new Set(names).size === names.length ? names : null;
}
