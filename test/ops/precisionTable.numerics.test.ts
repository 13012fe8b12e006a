import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { FORM_IDS, type FormId } from "../../src/labs/precision/forms";
import { measure as measurePrecision } from "../../src/labs/precision/measure";
import { type PrecisionRow, precisionLab } from "../../src/labs/precision/schema";
import table from "../fixtures/precision.json";
import { describeOnEachBackend } from "../support/backends";
import { measured } from "../support/labs/labs";

/** The table has one digit, and is a median of other draws. */
const FACTOR = 6;
/** What a device's exp and log may get wrong by themselves, in float32. */
const DEVICE = 2e-5;
/** The same of JavaScript's, which are rounded once: half a unit in the last place of log xi, twice. */
const HOST = 2e-6;

/** float16's smallest number: there, how the positive's gradient is summed decides whether anything is left of it. */
const EDGE = 1e-7;

const CONFIG = precisionLab.schema.parse({ xiFrom: 1e-12, xiTo: 1e-1, stepsPerDecade: 1 });

type Errors = Partial<Record<FormId, number>>;

/** A form that loses digits for its own reasons loses as many as in the table; the others, no more. */
function expectLikeTable(row: PrecisionRow, key: "positive" | "anchor" | "value", errors: Errors, least: number): void {
  const wanted = errors[row.form];
  if (wanted === undefined) return;
  const what = `${row.source} ${row.format} ${row.form}, xi ${row.xi}, ${key}`;
  expect(row[key], what).toBeLessThanOrEqual(Math.max(FACTOR * wanted, least));
  if (wanted === 1) expect(row[key], what).toBeGreaterThan(0.6);
  else if (row.form === "crossEntropy" && wanted > 10 * least) expect(row[key], what).toBeGreaterThan(wanted / FACTOR);
}

describeOnEachBackend("the precision lab", () => {
  it("loses in each format what the reference table says, and frees what it took", async () => {
    const before = tf.memory().numTensors;
    const { rows, progress } = await measured(measurePrecision, CONFIG);
    expect(tf.memory().numTensors).toBe(before);
    expect(progress.at(-1)).toEqual([48, 48]);
    for (const row of rows) {
      if (row.format === "float8e4m3" || row.xi === EDGE) continue;
      const line = table[row.format].find(({ xi }) => xi === row.xi);
      expect(line, `xi ${row.xi}`).toBeDefined();
      for (const key of ["positive", "anchor", "value"] as const)
        expectLikeTable(row, key, line?.[key] ?? {}, row.source === "host" ? HOST : DEVICE);
    }
    const float8 = rows.filter(({ format, xi }) => format === "float8e4m3" && xi === 1e-4);
    for (const { form, anchor } of float8)
      if (form === "flatNce") expect(anchor).toBeLessThan(0.1);
      else expect(anchor).toBeGreaterThan(0.9);
  });
});

describeOnEachBackend("the precision lab", () => {
  it("goes on from the rows that there are, to the same result", async () => {
    const config = precisionLab.schema.parse({ xiFrom: 1e-2, xiTo: 1e-1, stepsPerDecade: 9 });
    const whole = await measured(measurePrecision, config);
    expect(whole.rows).toHaveLength(10 * (4 * FORM_IDS.length + FORM_IDS.length));
    const part = await measured(measurePrecision, config, [], 100);
    const rest = await measured(measurePrecision, config, part.rows);
    expect(part.rows.length).toBeLessThan(whole.rows.length);
    expect([...part.rows, ...rest.rows]).toEqual(whole.rows);
    expect(rest.progress[0]?.[0]).toBeGreaterThan(0);
    expect(rest.progress.at(-1)).toEqual([40, 40]);
  });
}, ["cpu"]);
