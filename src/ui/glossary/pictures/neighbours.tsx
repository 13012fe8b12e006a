import classes from "../glossary.module.css";
import { ANCHOR, Arrow, CROWD, POSITIVE, Point } from "./shapes";

/** Where the views of a batch lie, and which way they are moved. */

function Crowd() {
  return CROWD.map(([x, y]) => <Point key={x} x={x} y={y} as="negative" />);
}

export function AnchorPicture() {
  return (
    <>
      <Crowd />
      <Point x={POSITIVE[0]} y={POSITIVE[1]} as="negative" />
      <Point x={ANCHOR[0]} y={ANCHOR[1]} as="anchor" />
    </>
  );
}

export function PositivePicture() {
  return (
    <>
      <Crowd />
      <Point x={30} y={46} as="positive" />
      <Arrow from={[39, 46.5]} to={[78, 49]} />
      <Point x={ANCHOR[0]} y={ANCHOR[1]} as="anchor" />
    </>
  );
}

export function NegativePicture() {
  return (
    <>
      <Point x={ANCHOR[0]} y={ANCHOR[1]} as="anchor" />
      <Point x={POSITIVE[0]} y={POSITIVE[1]} as="positive" />
      {NEAREST.map(([x, y]) => (
        <g key={x}>
          <Point x={x} y={y} as="negative" />
          <Arrow from={away(x, y, 10)} to={away(x, y, 30)} />
        </g>
      ))}
    </>
  );
}

const NEAREST: readonly [number, number][] = [
  [126, 28],
  [134, 56],
  [118, 68],
];

/** So far beyond a place as seen from the anchor. */
function away(x: number, y: number, by: number): [number, number] {
  const [dx, dy] = [x - ANCHOR[0], y - ANCHOR[1]];
  const length = Math.hypot(dx, dy);
  return [x + (by * dx) / length, y + (by * dy) / length];
}

const COLUMNS = 8;
const CANDIDATES = Array.from({ length: 3 * COLUMNS - 1 }, (_, i) => i);
const RIGHT = 13;

/** One is right, among many. */
export function CandidatesPicture() {
  return (
    <>
      <Point x={28} y={46} as="anchor" />
      {CANDIDATES.map((i) => {
        const [x, y] = [76 + 21 * (i % COLUMNS), 22 + 24 * Math.floor(i / COLUMNS)];
        return i === RIGHT ? (
          <g key={i}>
            <Point x={x} y={y} as="positive" />
            <rect x={x - 9.5} y={y - 9.5} width={19} height={19} rx={4} className={classes.line} />
          </g>
        ) : (
          <Point key={i} x={x} y={y} as="negative" />
        );
      })}
    </>
  );
}
