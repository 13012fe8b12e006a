/** Places on the circle, from nothing but how similar views are: what an anchor can know of the others. */

/** Below this, a view lies on the line through the anchor, and says nothing of sides. */
const ASIDE = 1e-3;

/**
 * Angles of views on the unit circle, in radians, the anchor at 0 and its twin on the positive side. Of unit vectors in the plane the
 * cosines determine them but for a reflection.
 *
 * @param cosine of two views
 */
export function anglesFrom(
  anchor: number,
  twin: number,
  views: number,
  cosine: (a: number, b: number) => number,
): number[] {
  const sizes = Array.from({ length: views }, (_, view) => Math.acos(Math.max(-1, Math.min(1, cosine(anchor, view)))));
  const sines = sizes.map(Math.sin);
  const widest = sines.indexOf(Math.max(...sines));
  if ((sines[widest] as number) < ASIDE) return sizes;
  const signed = sizes.map((size, view) => {
    const onItsSide = Math.cos(size - (sizes[widest] as number));
    const across = Math.cos(size + (sizes[widest] as number));
    const between = cosine(widest, view);
    return Math.abs(between - onItsSide) <= Math.abs(between - across) ? size : -size;
  });
  return (signed[twin] as number) < 0 ? signed.map((angle) => -angle) : signed;
}
