import { PRECISIONS, type Precision } from "../../engine/numberFormats";
import type { LabContext } from "../types";
import { FORM_IDS, FORMS } from "./forms";
import { hostRoundingErrors, type RoundingErrors, roundingErrors } from "./roundingError";
import { type PrecisionConfig, type PrecisionRow, xiGrid } from "./schema";

/** Xi that are worked out together: a device is busier, and few enough that the curves grow while one watches. */
const TOGETHER = 8;

/** From the largest xi down, where the forms part one after the other. Its unit of progress is a format at one xi. */
export async function measure(config: PrecisionConfig, context: LabContext<PrecisionRow>): Promise<void> {
  const known = new Set(context.resumeFrom.map(({ xi, format }) => `${xi} ${format}`));
  const grid = xiGrid(config).reverse();
  const cells = groups(grid).flatMap((xis) => PRECISIONS.map((format) => ({ xis, format })));
  const missing = cells.filter(({ xis, format }) => !known.has(`${xis[0]} ${format}`));
  const total = grid.length * PRECISIONS.length;
  let done = total - missing.reduce((sum, { xis }) => sum + xis.length, 0);
  context.progress(done, total);
  for (const { xis, format } of missing) {
    await context.checkpoint();
    context.emit([...(await deviceRows(xis, format, config.seed)), ...hostRows(xis, format, config.seed)]);
    done += xis.length;
    context.progress(done, total);
  }
}

function groups(xis: number[]): number[][] {
  return Array.from({ length: Math.ceil(xis.length / TOGETHER) }, (_, i) =>
    xis.slice(i * TOGETHER, (i + 1) * TOGETHER),
  );
}

async function deviceRows(xis: number[], format: Precision, seed: number): Promise<PrecisionRow[]> {
  const rows: PrecisionRow[] = [];
  for (const form of FORM_IDS) {
    const errors = await roundingErrors(FORMS[form], format, xis, seed);
    for (const [i, xi] of xis.entries())
      rows.push({ xi, format, form, source: "device", ...finite(errors[i] as RoundingErrors) });
  }
  return rows;
}

/** The other formats are emulated by additions and products, which every device rounds correctly. */
function hostRows(xis: number[], format: Precision, seed: number): PrecisionRow[] {
  if (format !== "float32") return [];
  return xis.flatMap((xi) =>
    FORM_IDS.map((form) => ({
      xi,
      format,
      form,
      source: "host" as const,
      ...finite(hostRoundingErrors(FORMS[form], xi, seed)),
    })),
  );
}

function finite({ positive, anchor, value }: RoundingErrors) {
  const known = (x: number) => (Number.isFinite(x) ? x : null);
  return { positive: known(positive), anchor: known(anchor), value: known(value) };
}
