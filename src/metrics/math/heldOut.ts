import type { Classification, HeldOutSamples } from "../types";
import { linearProbeAccuracy } from "./linearProbe";
import { searchedProbeAccuracy } from "./ridgeSearch";
import { singularValues } from "./singularValues";

/**
 * What a metric of held-out samples is given. The linear algebra comes in here and not in the metrics' own files, so that
 * the page, which only reads what they say of themselves, does without it.
 *
 * @param embeddings z, [n, embeddingSize]
 * @param task null where the data has no labels
 */
export function heldOutSamples(
  embeddings: Float32Array,
  embeddingSize: number,
  task: Classification | null,
): HeldOutSamples {
  const accuracy = (measure: typeof linearProbeAccuracy) => (ridge: number) =>
    task ? measure({ ...task, ridge }) : Number.NaN;
  return {
    embeddings,
    embeddingSize,
    singularValues: () => singularValues(embeddings, embeddingSize),
    task,
    linearProbe: { accuracy: accuracy(linearProbeAccuracy), searched: accuracy(searchedProbeAccuracy) },
  };
}
