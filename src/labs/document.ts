import { configError } from "../config/configError";
import { parseSchema, type SchemaResult } from "../config/parseSchema";
import { z } from "../data/zod";
import { say } from "../i18n/message";
import { METRIC_IDS, type MetricId } from "../metrics";
import { isLabId, LAB_SCHEMA, labEnvelope } from "./envelope";
import { texts } from "./errors";
import { LAB_IDS, LABS, type LabId } from "./index";
import { parseLab } from "./parse";
import type { LabResult, LabRow } from "./types";

/** What a lab has measured, as a document that leaves the program and comes back: the page's JSON export, and the files of `npm run sweep`. */

const documentEnvelope = labEnvelope.extend({ schema: z.int().min(1).default(LAB_SCHEMA) });

export interface LabDocument<Config = unknown, Row extends LabRow = LabRow> extends LabResult<Config, Row> {
  schema: number;
  lab: LabId;
}

/**
 * Reads a document; fields that this version does not know are left out.
 *
 * @param content anything, such as the content of a file
 * @returns the document, or what is wrong with it: of its rows, what is wrong with the first that is
 */
export function readLabDocument(content: unknown): SchemaResult<LabDocument> {
  const outer = parseSchema(documentEnvelope, content);
  if (!outer.ok) return outer;
  const { schema, lab } = outer.config;
  if (schema > LAB_SCHEMA) return refused("schema", say(texts.laterSchema, { schema, latest: LAB_SCHEMA }));
  if (!isLabId(lab)) return refused("lab", say(texts.noLab, { labs: LAB_IDS.join(", ") }));
  const settings = parseLab(lab, outer.config.config);
  if (!settings.ok) return { ok: false, errors: settings.errors.map((error) => within("config", error)) };
  const rows = readRows(lab, outer.config.rows);
  return rows.ok ? { ok: true, config: { ...outer.config, lab, config: settings.config, rows: rows.config } } : rows;
}

/**
 * A document whose rows an earlier version measured, with null for each metric that came later.
 *
 * @param content anything; what is wrong with it otherwise stays so
 */
export function withLaterMetrics(content: unknown): { content: unknown; lacking: MetricId[] } {
  const outer = documentEnvelope.safeParse(content);
  if (!outer.success || !isLabId(outer.data.lab)) return { content, lacking: [] };
  const { lab, rows } = outer.data;
  const later = rows.map((row) => laterMetrics(lab, row));
  const completed = rows.map((row, i) => ({
    ...Object.fromEntries((later[i] ?? []).map((id) => [id, null])),
    ...(row as object),
  }));
  const lacking = METRIC_IDS.filter((id) => later.some((metrics) => metrics.includes(id)));
  return lacking.length > 0 ? { content: { ...(content as object), rows: completed }, lacking } : { content, lacking };
}

/** Metrics that a row of the lab has today, and this one has not. */
function laterMetrics(lab: LabId, row: unknown): MetricId[] {
  const result = parseSchema<LabRow>(LABS[lab].row, row);
  if (result.ok || typeof row !== "object" || row === null) return [];
  const wrong = new Set(result.errors.map(({ path }) => path));
  return METRIC_IDS.filter((id) => wrong.has(id) && !(id in row));
}

function readRows(lab: LabId, given: readonly unknown[]): SchemaResult<LabRow[]> {
  const rows: LabRow[] = [];
  for (const [i, content] of given.entries()) {
    const row = parseSchema<LabRow>(LABS[lab].row, content);
    if (!row.ok) return { ok: false, errors: row.errors.map((error) => within(`rows[${i}]`, error)) };
    rows.push(row.config);
  }
  return { ok: true, config: rows };
}

type Wrong = Extract<SchemaResult<unknown>, { ok: false }>;

function within(place: string, { path, said }: Wrong["errors"][number]): Wrong["errors"][number] {
  return configError(path ? `${place}.${path}` : place, said);
}

function refused(path: string, said: Wrong["errors"][number]["said"]): Wrong {
  return { ok: false, errors: [configError(path, said)] };
}
