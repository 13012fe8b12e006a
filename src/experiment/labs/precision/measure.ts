import { PRECISIONS, type Precision } from "../../../kernels/formats";
import type { LabContext } from "../types";
import { FORM_IDS } from "./forms";
import { type PrecisionConfig, type PrecisionRow, xiGrid } from "./lab";
import { hostRoundingErrors, type RoundingErrors, roundingErrors } from "./roundingError";

/** From the largest xi down, where the forms part one after the other. Its unit of progress is a format at one xi. */
export async function measurePrecision(config: PrecisionConfig, context: LabContext<PrecisionRow>): Promise<void> {
  const known = new Set(context.resumeFrom.map(({ xi, format }) => `${xi} ${format}`));
  const cells = xiGrid(config)
    .reverse()
    .flatMap((xi) => PRECISIONS.map((format) => ({ xi, format })));
  const missing = cells.filter(({ xi, format }) => !known.has(`${xi} ${format}`));
  let done = cells.length - missing.length;
  context.progress(done, cells.length);
  for (const { xi, format } of missing) {
    await context.checkpoint();
    context.emit([...(await deviceRows(xi, format, config.seed)), ...hostRows(xi, format, config.seed)]);
    context.progress(++done, cells.length);
  }
}

async function deviceRows(xi: number, format: Precision, seed: number): Promise<PrecisionRow[]> {
  const rows: PrecisionRow[] = [];
  for (const form of FORM_IDS)
    rows.push({ xi, format, form, source: "device", ...finite(await roundingErrors(form, format, xi, seed)) });
  return rows;
}

/** The other formats are emulated by additions and products, which every device rounds correctly. */
function hostRows(xi: number, format: Precision, seed: number): PrecisionRow[] {
  if (format !== "float32") return [];
  return FORM_IDS.map((form) => ({ xi, format, form, source: "host", ...finite(hostRoundingErrors(form, xi, seed)) }));
}

function finite({ positive, anchor, value }: RoundingErrors) {
  const known = (x: number) => (Number.isFinite(x) ? x : null);
  return { positive: known(positive), anchor: known(anchor), value: known(value) };
}
