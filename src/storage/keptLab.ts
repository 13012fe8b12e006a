import { configError } from "../config/configError";
import { parseSchema, type SchemaResult } from "../config/parseSchema";
import { z } from "../data/zod";
import { LABS, type LabId } from "../labs";
import type { LabResult } from "../labs/types";
import { environmentSchema } from "../record/environment";
import { texts } from "./errors";

/** The door of the store of the labs' results. */

/** A lab's rows so far, as they are kept: under the lab and what of its config decides what is measured. */
export interface KeptLab extends LabResult {
  key: string;
}

/** What all labs' results have. */
const envelope = z.object({
  key: z.string().min(1),
  lab: z.string(),
  config: z.unknown().optional(),
  environment: environmentSchema,
  startedAt: z.iso.datetime(),
  durationMs: z.number().min(0),
  finished: z.boolean(),
  rows: z.array(z.unknown()),
});

/**
 * A lab's result as a store has it.
 *
 * @param content anything
 * @returns the result, or every reason why this version cannot read all of it
 */
export function readKeptLab(content: unknown): SchemaResult<KeptLab> {
  const outer = parseSchema(envelope, content);
  if (!outer.ok) return outer;
  const { lab } = outer.config;
  if (!isLab(lab)) return { ok: false, errors: [configError("lab", texts.noLab)] };
  const whole = parseSchema(envelope.extend({ rows: z.array(LABS[lab].row) }), content);
  return whole as SchemaResult<KeptLab>;
}

/** The same without the rows that this version cannot read; null where it can read nothing. */
export function readableLab(content: unknown): KeptLab | null {
  const { success, data } = envelope.safeParse(content);
  if (!success || !isLab(data.lab)) return null;
  const rows = data.rows.filter((row) => LABS[data.lab as LabId].row.safeParse(row).success);
  return { ...data, rows, finished: data.finished && rows.length === data.rows.length } as KeptLab;
}

function isLab(id: string): id is LabId {
  return Object.hasOwn(LABS, id);
}
