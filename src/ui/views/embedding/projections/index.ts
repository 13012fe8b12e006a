import type { Message } from "../../../../i18n/message";
import type { ProjectionId } from "../../../../session/embedding/state";
import { texts } from "../texts";
import { NEIGHBORS } from "./umap/neighbors";

/** The ways in which an embedding can be laid in the plane. Where it can be told from the size and the count, what is not possible says why. */

interface Projection {
  id: ProjectionId;
  label: Message;
  /** What to know of its distances. */
  note: Message;
  /** Why it is not possible; null where it is. */
  refusal: (embedding: { size: number; count: number }) => Message | null;
}

const circle: Projection = {
  id: "circle",
  label: texts.projections.circle.label,
  note: texts.projections.circle.note,
  refusal: ({ size }) => (size === 2 ? null : texts.projections.circle.refusal),
};

const pca: Projection = {
  id: "pca",
  label: texts.projections.pca.label,
  note: texts.projections.pca.note,
  refusal: ({ size }) => (size > 2 ? null : texts.projections.flat),
};

const umap: Projection = {
  id: "umap",
  label: texts.projections.umap.label,
  note: texts.projections.umap.note,
  refusal: ({ size, count }) => {
    if (size <= 2) return texts.projections.flat;
    return count > NEIGHBORS ? null : texts.projections.umap.refusal;
  },
};

/** In the order in which they are offered. */
export const PROJECTIONS: readonly Projection[] = [circle, pca, umap];

/** The one that was chosen where it is possible; else the first one that is. */
export function possibleProjection(chosen: ProjectionId, embedding: { size: number; count: number }): Projection {
  const possible = PROJECTIONS.filter(({ refusal }) => refusal(embedding) === null);
  return possible.find(({ id }) => id === chosen) ?? possible[0] ?? pca;
}
