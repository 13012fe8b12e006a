/** Which of the held-out samples are looked at. Those of the run's `anchors` go by their number there, the same one from run to run. */
export interface AnchorState {
  /** An anchor; stays until another one is chosen. */
  chosen: number | null;
  /** An anchor under the pointer. */
  previewed: number | null;
  /** Samples of the embedding that are chosen in the place of an anchor: one that is none, a class, what lies in a box. */
  group: readonly number[];
  /** A sample of the embedding under the pointer that is no anchor. */
  pointed: number | null;
}

export const NO_ANCHOR: AnchorState = { chosen: null, previewed: null, group: [], pointed: null };

/** The anchor to show: what is under the pointer goes before what was chosen. Null also where there is no such sample. */
export function shownAnchor({ chosen, previewed }: AnchorState, count: number): number | null {
  const anchor = previewed ?? chosen;
  return anchor !== null && anchor < count ? anchor : null;
}

/** Whether something is chosen, which the Escape key leaves. */
export function hasChosen({ chosen, group }: AnchorState): boolean {
  return chosen !== null || group.length > 0;
}

/**
 * What is chosen, as samples of the embedding.
 * @param anchors place of each anchor among them; none before the first snapshot
 */
export function chosenSamples(
  { chosen, group }: Pick<AnchorState, "chosen" | "group">,
  anchors: ArrayLike<number> = [],
): readonly number[] {
  const sample = chosen === null ? undefined : anchors[chosen];
  return sample === undefined ? group : [sample];
}

/** The sample of the embedding under the pointer; null for none. */
export function pointedSample({ previewed, pointed }: AnchorState, anchors: ArrayLike<number> = []): number | null {
  return (previewed === null ? undefined : anchors[previewed]) ?? pointed;
}
