import { type FieldLookup, fieldsOf } from "../config/schemaInfo";
import { LAB_IDS, LABS, type LabId } from ".";

/** Fields of each lab's config. */
export const LAB_FIELDS = Object.fromEntries(LAB_IDS.map((id) => [id, fieldsOf(LABS[id].schema)])) as Record<
  LabId,
  FieldLookup
>;
