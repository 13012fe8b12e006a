/** Which anchor of the views is looked at: a sample of the run's `anchors`, the same one from run to run. */
export interface AnchorState {
  /** Stays until another one is chosen. */
  chosen: number | null;
  /** Under the pointer. */
  previewed: number | null;
}

export const NO_ANCHOR: AnchorState = { chosen: null, previewed: null };

/** The anchor to show: what is under the pointer goes before what was chosen. Null also where there is no such sample. */
export function shownAnchor({ chosen, previewed }: AnchorState, count: number): number | null {
  const anchor = previewed ?? chosen;
  return anchor !== null && anchor < count ? anchor : null;
}
