import { z } from "../data/zod";
import { environmentSchema } from "../record/environment";
import { LABS, type LabId } from "./index";

/** What the results of all labs have in common, where they are kept and where they are written. */

/** The number in a document's field `schema`; documents that were written before there was one lack it, and are of the first. */
export const LAB_SCHEMA = 1;

/** What all labs' results have, whoever keeps them. */
export const labEnvelope = z.object({
  lab: z.string(),
  config: z.unknown().optional(),
  environment: environmentSchema,
  startedAt: z.iso.datetime(),
  durationMs: z.number().min(0),
  finished: z.boolean(),
  rows: z.array(z.unknown()),
});

/** Whether a lab of this version is called so. */
export function isLabId(id: string): id is LabId {
  return Object.hasOwn(LABS, id);
}
