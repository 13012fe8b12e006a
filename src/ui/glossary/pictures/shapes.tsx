import classes from "../glossary.module.css";

/** What the pictures are made of. A picture is 240 wide and 92 high. */

/** A view as a point: the anchor has a ring, what it looks for is full, the rest is pale. */
export function Point({ x, y, as }: { x: number; y: number; as: "anchor" | "positive" | "negative" }) {
  return (
    <>
      {as === "anchor" && <circle cx={x} cy={y} r={10} className={classes.line} />}
      <circle cx={x} cy={y} r={5.5} className={as === "negative" ? classes.pale : classes.full} />
    </>
  );
}

/** An arrow from one place to another. */
export function Arrow({ from, to }: { from: [number, number]; to: [number, number] }) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  const wing = (side: number) => `${to[0] - 8 * ux + side * 4.5 * uy},${to[1] - 8 * uy - side * 4.5 * ux}`;
  return (
    <>
      <line x1={from[0]} y1={from[1]} x2={to[0] - 6 * ux} y2={to[1] - 6 * uy} className={classes.line} />
      <polygon points={`${to[0]},${to[1]} ${wing(1)} ${wing(-1)}`} className={classes.full} />
    </>
  );
}

/** Places of the negatives in the pictures of a neighbourhood, whose anchor is at 92, 50. */
export const CROWD: readonly [number, number][] = [
  [150, 20],
  [178, 62],
  [134, 78],
  [34, 22],
  [206, 32],
  [24, 70],
  [62, 82],
];
export const ANCHOR: [number, number] = [92, 50];
export const POSITIVE: [number, number] = [58, 42];

/** A sample as a small drawing, turned and scaled as a view of it may be. */
export function Glyph({ x, y, turn = 0, size = 1 }: { x: number; y: number; turn?: number; size?: number }) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn}) scale(${size})`}>
      <path d="M -8 10 L 0 -11 L 8 10 M -5 3 H 5" className={classes.strong} />
    </g>
  );
}
