import { configError } from "../../config/configError";
import { saidOf } from "../../i18n/errors";
import { RunColumns } from "../../record/columns";
import type { LinkedCurves } from "../../record/linked/curves";
import { readCurves } from "../../record/linked/read";
import type { AddressPart } from "../address/part";

/**
 * A curve to hold a run to, out of the link: drawn behind the run that is shown, and nothing else. It is no run: no table, no verdict and
 * no comparison knows of it.
 */
export interface Reference extends LinkedCurves {
  /** As it stands in the address, which goes on having it until it is dismissed. */
  text: string;
  /** Its curves, with one learner in the place of each arm's seeds. */
  columns: RunColumns;
}

const REFERENCE = "reference";

/** `reference=1.AAMg...` (`record/linked`). */
export const referencePart: AddressPart<Reference | null> = {
  owns: (key) => key === REFERENCE,
  read: (entries, errors) => {
    const text = entries.get(REFERENCE);
    if (text === undefined) return null;
    try {
      return referenceOf(text);
    } catch (error) {
      errors.push(configError(REFERENCE, saidOf(error)));
      return null;
    }
  },
  write: (reference) => (reference ? [[REFERENCE, reference.text]] : []),
};

/** @throws PlaygroundError where the text is not one of curves */
export function referenceOf(text: string): Reference {
  const linked = readCurves(text);
  return { ...linked, text, columns: columnsOf(linked) };
}

function columnsOf({ arms, curves }: LinkedCurves): RunColumns {
  const columns = new RunColumns(arms.length);
  for (const { metric, steps, means } of curves) {
    const values = Float32Array.from({ length: steps.length * arms.length }, (_, i) => {
      const row = Math.floor(i / arms.length);
      return means[i % arms.length]?.[row] ?? Number.NaN;
    });
    columns.append({ steps, values: { [metric]: values } });
  }
  return columns;
}
