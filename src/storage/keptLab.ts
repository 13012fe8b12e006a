import { configError } from "../config/configError";
import { parseSchema, type SchemaResult } from "../config/parseSchema";
import { z } from "../data/zod";
import { LABS } from "../labs";
import { isLabId, labEnvelope } from "../labs/envelope";
import type { LabResult } from "../labs/types";
import { texts } from "./errors";

/** The door of the store of the labs' results. */

/** A lab's rows so far, as they are kept: under the lab and what of its config decides what is measured. */
export interface KeptLab extends LabResult {
  key: string;
}

const envelope = labEnvelope.extend({ key: z.string().min(1) });

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
  if (!isLabId(lab)) return { ok: false, errors: [configError("lab", texts.noLab)] };
  const whole = parseSchema(envelope.extend({ rows: z.array(LABS[lab].row) }), content);
  return whole as SchemaResult<KeptLab>;
}

/** The same without the rows that this version cannot read; null where it can read nothing. */
export function readableLab(content: unknown): KeptLab | null {
  const { success, data } = envelope.safeParse(content);
  const lab = data?.lab ?? "";
  if (!success || !isLabId(lab)) return null;
  const rows = data.rows.filter((row) => LABS[lab].row.safeParse(row).success);
  return { ...data, rows, finished: data.finished && rows.length === data.rows.length } as KeptLab;
}
