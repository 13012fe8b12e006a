import type { ExtractedRows, ExtractionHead } from "../../../src/training/extraction/types";
import { pseudoRandom } from "../../support/float64";

/** Seeded rows as an extraction tells them: five samples in two parts, the fourth of which no classifier could judge. */
export const HEAD: ExtractionHead = {
  arm: 1,
  seed: 2,
  split: "test",
  step: 40,
  count: 5,
  featureSize: 3,
  embeddingSize: 2,
  classNames: ["ant", 'a "red" cat, small', "\u732b"],
  hasLabels: true,
  hasOrigin: true,
  predictions: "made",
};

const LABELS = [0, 2, 1, 1, 2];
const KNN = [0, 2, 2, -1, 1];

export const PARTS: ExtractedRows[] = [part(0, 3), part(3, 2)];

function part(from: number, count: number): ExtractedRows {
  const next = pseudoRandom(from + 1);
  const numbers = (length: number) => Float32Array.from({ length }, () => 1000 ** next() * next());
  const classes = Int32Array.from(KNN.slice(from, from + count));
  const scores = Float32Array.from(classes, (label) => (label < 0 ? Number.NaN : Math.fround(0.25 + label / 7)));
  return {
    ...{ from, count },
    features: numbers(3 * count),
    embeddings: numbers(2 * count),
    labels: Uint8Array.from(LABELS.slice(from, from + count)),
    origin: Int32Array.from({ length: count }, (_, row) => 100 - from - row),
    evaluation: Uint8Array.from({ length: count }, (_, row) => (from + row) % 2),
    knn: { classes, scores },
    probe: { classes: classes.map((label) => (label < 0 ? label : 2 - label)), scores },
  };
}
