/** Where a caption stands: beside its panel, within the window, and over as little of the panel as possible. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

type Size = Pick<Box, "width" | "height">;
type Place = Pick<Box, "left" | "top">;

/** Between a caption and its panel, and between it and the edge of the window. */
const GAP = 12;

/** The window below the top bar. */
interface View extends Size {
  /** Height of the bar, which the captions leave free. */
  bar: number;
}

/**
 * @param panel in the window's coordinates, as all of it is
 * @param clear what should be seen beside the panel, where there is room for that
 */
export function placeBeside(panel: Box, caption: Size, view: View, clear: Box | null = null): Place {
  const centered = {
    left: panel.left + (panel.width - caption.width) / 2,
    top: panel.top + (panel.height - caption.height) / 2,
  };
  const places: Place[] = [
    { left: centered.left, top: panel.top + panel.height + GAP },
    { left: centered.left, top: panel.top - caption.height - GAP },
    { left: panel.left + panel.width + GAP, top: centered.top },
    { left: panel.left - caption.width - GAP, top: centered.top },
    ...(clear ? [{ left: centered.left, top: clear.top + clear.height + GAP }] : []),
  ].map((place) => within(place, caption, view));
  const beside = places.filter((place) => !overlap({ ...place, ...caption }, panel));
  return (
    beside.find((place) => !clear || !overlap({ ...place, ...caption }, clear)) ?? beside[0] ?? (places[0] as Place)
  );
}

function within({ left, top }: Place, caption: Size, view: View): Place {
  const clamp = (value: number, least: number, most: number) => Math.max(least + GAP, Math.min(value, most - GAP));
  return {
    left: clamp(left, 0, view.width - caption.width),
    top: clamp(top, view.bar, view.height - caption.height),
  };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}
