import { z } from "../../data/zod";
import { PRECISIONS } from "../../engine/numberFormats";
import { schemaText } from "../../i18n/schemaTexts";
import { defineLab } from "../types";
import { texts } from "./errors";
import { FORM_IDS } from "./forms";

/** Of what the relative error is taken; see `RoundingErrors`. */
const MEASURES = ["positive", "anchor", "value"] as const;
export type Measure = (typeof MEASURES)[number];

/** What worked the loss out: the device, or JavaScript on the CPU with every step rounded to float32. */
const SOURCES = ["device", "host"] as const;

const xi = z.number().min(1e-30).max(1e6);

const schema = z
  .strictObject({
    measure: z.enum(MEASURES).default("anchor"),
    xiFrom: xi.default(1e-12),
    xiTo: xi.default(10),
    stepsPerDecade: z.int().min(1).max(20).default(4),
    seed: z.int().min(0).max(0xffff_ffff).default(1),
  })
  .refine(({ xiFrom, xiTo }) => xiFrom < xiTo, { path: ["xiTo"], error: schemaText(texts.aboveSmallest) });

const error = z.number().nullable();

const row = z.strictObject({
  xi: z.number(),
  format: z.enum(PRECISIONS),
  form: z.enum(FORM_IDS),
  source: z.enum(SOURCES),
  positive: error,
  anchor: error,
  value: error,
});

/** Relative error of the loss and its gradient against xi, for the ways to write InfoNCE and for FlatNCE, by number format. */
export const precisionLab = defineLab({ id: "precision", name: "Precision", schema, row, display: ["measure"] });

export type PrecisionConfig = z.output<typeof schema>;
export type PrecisionRow = z.output<typeof row>;

/** The xi that a config measures, evenly spaced on the logarithmic axis, both ends included. */
export function xiGrid({ xiFrom, xiTo, stepsPerDecade }: PrecisionConfig): number[] {
  const decades = Math.log10(xiTo / xiFrom);
  const steps = Math.max(1, Math.round(decades * stepsPerDecade));
  // Three digits, so that a whole power of ten is one.
  const grid = Array.from({ length: steps + 1 }, (_, i) =>
    Number((xiFrom * 10 ** ((decades * i) / steps)).toPrecision(3)),
  );
  return [...new Set(grid)];
}
