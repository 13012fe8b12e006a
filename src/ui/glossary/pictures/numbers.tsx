import { useTexts } from "../../language/useTexts";
import classes from "../glossary.module.css";
import { texts } from "../texts";

/** Numbers as bars and curves; what is drawn is worked out from their formulas. */

const BASE = 66;

interface BarsProps {
  x: number;
  shares: readonly number[];
  /** Pixels of a whole. */
  scale: number;
}

function Bars({ x, shares, scale }: BarsProps) {
  return shares.map((share, i) => {
    const height = share * scale;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: bars are told apart by their place.
      <rect key={i} x={x + 14 * i} y={BASE - height} width={10} height={height} className={classes.full} />
    );
  });
}

/** How similar some negatives are to an anchor. */
const SIMILARITIES = [0.9, 0.75, 0.6, 0.5, 0.3, 0.1];

function softmax(temperature: number): number[] {
  const powers = SIMILARITIES.map((similarity) => Math.exp(similarity / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

export function TemperaturePicture() {
  const t = useTexts(texts).temperature.picture;
  return (
    <>
      <Bars x={20} shares={softmax(0.5)} scale={60} />
      <Bars x={136} shares={softmax(0.05)} scale={60} />
      <line x1={14} x2={106} y1={BASE} y2={BASE} className={classes.faint} />
      <line x1={130} x2={222} y1={BASE} y2={BASE} className={classes.faint} />
      <text x={60} y={84} textAnchor="middle">
        {t.high}
      </text>
      <text x={176} y={84} textAnchor="middle">
        {t.low}
      </text>
    </>
  );
}

/** Many small weights on one side, one on the other. */
export function XiPicture() {
  const t = useTexts(texts).xi.picture;
  return (
    <>
      {[0, 1, 2, 3, 4].map((i) => (
        <rect key={i} x={34 + 15 * i} y={36} width={12} height={12} rx={2} className={classes.pale} />
      ))}
      <rect x={170} y={18} width={30} height={30} rx={3} className={classes.full} />
      <line x1={20} x2={220} y1={54} y2={48} className={classes.strong} />
      <polygon points="120,52 112,66 128,66" className={classes.full} />
      <text x={70} y={84} textAnchor="middle">
        {t.negatives}
      </text>
      <text x={186} y={84} textAnchor="middle">
        {t.positive}
      </text>
    </>
  );
}

const CURVE = Array.from({ length: 49 }, (_, i) => {
  const logXi = -6 + i / 4;
  return `${20 + (200 * i) / 48},${62 - 50 / (1 + Math.exp(-logXi))}`;
}).join(" ");

/** The curve of the large chart, small. */
export function FactorPicture() {
  const t = useTexts(texts).f.picture;
  return (
    <>
      <line x1={20} x2={220} y1={62} y2={62} className={classes.faint} />
      <line x1={20} x2={220} y1={12} y2={12} className={classes.faint} />
      <polyline points={CURVE} className={classes.strong} />
      <text x={20} y={84}>
        {t.solved}
      </text>
      <text x={220} y={84} textAnchor="end">
        {t.confused}
      </text>
    </>
  );
}
