import { useTexts } from "../../language/useTexts";
import classes from "../glossary.module.css";
import { texts } from "../texts";

/** What is repeated, and what the repetitions say together. */

/** Where each repetition begins, and how far its two lines rise. */
const SEEDS = [
  { x: 20, start: 66, rises: [22, 46] },
  { x: 94, start: 58, rises: [14, 30] },
  { x: 168, start: 70, rises: [30, 44] },
];

/** Two lines from one start, three times. */
export function SeedPicture() {
  return SEEDS.map(({ x, start, rises: [low = 0, high = 0] }) => (
    <g key={x}>
      <line x1={x} x2={x + 52} y1={start} y2={start - low} className={classes.line} />
      <line x1={x} x2={x + 52} y1={start} y2={start - high} className={classes.strong} />
      <circle cx={x} cy={start} r={4} className={classes.full} />
    </g>
  ));
}

const ZERO = 80;

/** One interval that holds 0, and one that does not. */
export function IntervalPicture() {
  const t = useTexts(texts).interval.picture;
  return (
    <>
      <line x1={ZERO} x2={ZERO} y1={8} y2={66} className={classes.faint} />
      <line x1={56} x2={150} y1={24} y2={24} className={classes.line} />
      <circle cx={103} cy={24} r={4} className={classes.pale} />
      <line x1={112} x2={206} y1={50} y2={50} className={classes.strong} />
      <circle cx={159} cy={50} r={4} className={classes.full} />
      <text x={ZERO} y={84} textAnchor="middle">
        {t.none}
      </text>
    </>
  );
}
