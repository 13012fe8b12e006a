import type { ArmLook } from "../../config/arms";
import { formatFixed } from "../../i18n/format";
import type { ArmTrace } from "../../record/events";
import { useTexts } from "../language/useTexts";
import { meanCosines } from "../views/Similarity";
import { texts as viewsTable } from "../views/texts";
import { SIDE } from "./geometry";
import classes from "./matrix.module.css";

interface MatrixProps {
  arm: ArmTrace;
  look: ArmLook;
  samples: number;
  /** Share of the cells that are filled in, 0..1. */
  moved: number;
}

/** For the numbers of the samples. */
const MARGIN = 24;

/** Cosines of the drawn views with each other, filled in row by row: first views, then second ones; twins are framed. */
export function Matrix({ arm, look, samples, moved }: MatrixProps) {
  const t = useTexts(viewsTable);
  const views = 2 * samples;
  const cell = (SIDE - MARGIN) / views;
  const [positive, negative] = meanCosines({ similarity: arm.similarity, similarityCount: views });
  const description = t.describeSimilarity({
    label: look.label,
    positive: formatFixed(positive, 2),
    negative: formatFixed(negative, 2),
  });
  const at = (view: number) => MARGIN + view * cell;
  return (
    <svg className={classes.matrix} viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={description}>
      {Array.from({ length: views }, (_, view) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a view is its place in the batch.
        <g key={view} className={classes.name}>
          <text x={MARGIN / 2} y={at(view) + cell / 2}>
            {(view % samples) + 1}
          </text>
          <text x={at(view) + cell / 2} y={MARGIN / 2}>
            {(view % samples) + 1}
          </text>
        </g>
      ))}
      {Array.from(arm.similarity.slice(0, Math.round(moved * views ** 2)), (cosine, i) => {
        const [row, column] = [Math.floor(i / views), i % views];
        const isTwin = Math.abs(row - column) === samples;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place.
            key={i}
            className={isTwin ? classes.twin : classes.cell}
            x={at(column) + 1}
            y={at(row) + 1}
            width={cell - 2}
            height={cell - 2}
            style={{ fill: colorOf(cosine) }}
          />
        );
      })}
    </svg>
  );
}

/** From blue over the page's surface to vermilion, as in the matrix of the views. */
function colorOf(cosine: number): string {
  const share = Math.min(100, Math.abs(100 * cosine)).toFixed(0);
  return `color-mix(in srgb, var(--scale-${cosine < 0 ? "low" : "high"}) ${share}%, var(--scale-middle))`;
}
