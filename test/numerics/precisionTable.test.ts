import { expect, it } from "vitest";
import { FORM_IDS, type Form } from "../../src/experiment/labs/precision/forms";
import { roundingErrors } from "../../src/experiment/labs/precision/roundingError";
import table from "../fixtures/precision.json";
import { describeOnEachBackend } from "../support/backends";

/** Rows of the reference table that show where each form breaks. */
const XI = [1e-1, 1e-3, 1e-4, 1e-6, 1e-8, 1e-12];
/** The table has one digit, and is a median of other draws. */
const FACTOR = 6;
/** What a device's exp and log may get wrong by themselves, in float32. */
const DEVICE = 2e-5;

type Errors = Partial<Record<Form, number>>;

/** A form that loses digits for its own reasons loses as many as in the table; the others, no more. */
function expectLikeTable(got: number, form: Form, errors: Errors, what: string): void {
  const wanted = errors[form];
  if (wanted === undefined) return;
  expect(got, what).toBeLessThanOrEqual(Math.max(FACTOR * wanted, DEVICE));
  if (wanted === 1) expect(got, what).toBeGreaterThan(0.6);
  else if (form === "crossEntropy" && wanted > 10 * DEVICE) expect(got, what).toBeGreaterThan(wanted / FACTOR);
}

describeOnEachBackend("rounding of the loss", () => {
  it.each(["float32", "float16", "bfloat16"] as const)("%s: loses what the reference table says", async (precision) => {
    for (const row of table[precision].filter(({ xi }) => XI.includes(xi)))
      for (const form of FORM_IDS) {
        const got = await roundingErrors(form, precision, row.xi);
        for (const key of ["positive", "anchor", "value"] as const)
          expectLikeTable(got[key], form, row[key], `${form}, xi ${row.xi}, ${key}`);
      }
  });

  it("float8: keeps only FlatNCE", async () => {
    const lost = await Promise.all(
      (["crossEntropy", "naive", "stable"] as const).map((f) => roundingErrors(f, "float8e4m3", 1e-4)),
    );
    for (const { anchor } of lost) expect(anchor).toBeGreaterThan(0.9);
    expect((await roundingErrors("flatNce", "float8e4m3", 1e-4)).anchor).toBeLessThan(0.1);
  });
});
