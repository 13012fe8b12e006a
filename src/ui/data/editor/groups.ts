import type { OutlineField } from "../../../data/interpretation/outline";

/** Fields that follow each other and were taken alike, such as the pixels of a picture. */
export interface FieldGroup {
  fields: [OutlineField, ...OutlineField[]];
}

/** So many alike are shown one by one. */
const FEW = 6;

/** Fields in their order, long runs of like ones together. */
export function groupsOf(fields: readonly OutlineField[]): FieldGroup[] {
  const runs: FieldGroup[] = [];
  for (const field of fields) {
    const last = runs.at(-1);
    if (last && areAlike(last.fields[0], field)) last.fields.push(field);
    else runs.push({ fields: [field] });
  }
  return runs.flatMap((run) =>
    run.fields.length > FEW ? [run] : run.fields.map((field) => ({ fields: [field] }) as FieldGroup),
  );
}

function areAlike(one: OutlineField, other: OutlineField): boolean {
  return one.role === other.role && JSON.stringify(one.reason) === JSON.stringify(other.reason);
}
