import type { ArmLook } from "../../../../config/arms";
import { useTexts } from "../../../language/useTexts";
import { texts } from "../texts";
import { useAnchorCount, useChosenAnchors, useShownAnchor } from "../useAnchor";
import { PickSheet } from "./PickSheet";
import classes from "./pickSheet.module.css";

interface RowPickerProps {
  look: ArmLook;
  /** Of the picture, in pixels. */
  side: number;
  /** Samples whose first views are the first rows, and whose second views are the others. */
  samples: readonly number[];
}

/** Chooses an anchor by a cell of its rows in an arm's similarities, and outlines the row and the column of the one that is looked at. */
export function RowPicker({ look, side, samples }: RowPickerProps) {
  const t = useTexts(texts);
  const count = useAnchorCount();
  const anchor = useShownAnchor();
  const group = useChosenAnchors();
  const cell = side / (2 * samples.length);
  const row = anchor === null ? -1 : samples.indexOf(anchor);
  const sampleAt = (y: number) =>
    samples[Math.min(2 * samples.length - 1, Math.max(0, Math.floor(y / cell))) % samples.length];
  return (
    <>
      <PickSheet
        label={t.pickRow({ label: look.label })}
        order={Array.from({ length: count }, (_, i) => i)}
        pick={([, y]) => sampleAt(y) ?? null}
      />
      {group.length > 0 && (
        <Edges cell={cell} rows={group.map((chosen) => samples.indexOf(chosen))} count={samples.length} />
      )}
      {row >= 0 && <Outlines side={side} cell={cell} row={row} positive={row + samples.length} />}
    </>
  );
}

/** Width of a mark at the edge, in pixels. */
const EDGE = 5;

/** Marks at the left and the upper edge, at the rows and the columns of both views of several anchors. */
function Edges({ cell, rows, count }: { cell: number; rows: readonly number[]; count: number }) {
  const places = rows.filter((row) => row >= 0).flatMap((row) => [row, row + count]);
  return (
    <svg className={classes.marks} width="100%" height="100%" aria-hidden="true">
      {places.map((place) => (
        <g key={place} className={classes.edge}>
          <rect x={0} y={place * cell} width={EDGE} height={cell} />
          <rect x={place * cell} y={0} width={cell} height={EDGE} />
        </g>
      ))}
    </svg>
  );
}

/** The row and the column of the anchor, and the cell of its positive. */
function Outlines({ side, cell, row, positive }: { side: number; cell: number; row: number; positive: number }) {
  const boxes = [
    { x: 0, y: row * cell, width: side, height: cell },
    { x: row * cell, y: 0, width: cell, height: side },
    { x: positive * cell, y: row * cell, width: cell, height: cell },
  ];
  return (
    <svg className={classes.marks} width="100%" height="100%" aria-hidden="true">
      {boxes.map((box) => (
        <rect key={`${box.x} ${box.width}`} className={classes.halo} {...box} />
      ))}
      {boxes.map((box) => (
        <rect key={`${box.x} ${box.width}`} className={classes.outline} {...box} />
      ))}
    </svg>
  );
}
