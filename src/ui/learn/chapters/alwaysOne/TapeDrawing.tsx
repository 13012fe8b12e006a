import { formatFixed } from "../../../../i18n/format";
import { useTexts } from "../../../language/useTexts";
import { LitPart } from "../../formula/lit";
import type { Tape, TapeSetting } from "./tape";
import classes from "./tape.module.css";
import { texts } from "./texts";

/** The tape as a drawing: values go to the right along the boxes, nudges come back along the arrows below them. */

const BOX = { width: 92, height: 40 };
/** Left edges of the columns, and upper edges of the rows: as narrow as a phone, whose letters would otherwise shrink. */
const COLUMNS = [2, 98, 206] as const;
const [TOP, UPPER, LOWER] = [4, 84, 168];
const SIZE = { width: 300, height: 236 };

interface TapeDrawingProps {
  setting: TapeSetting;
  tape: Tape;
}

export function TapeDrawing({ setting: { logXi, c, isOpen }, tape }: TapeDrawingProps) {
  const { tape: t } = useTexts(texts);
  const write = (value: number) => formatFixed(value, 2);
  const { direct, around, total, loss } = tape;
  const described = { value: write(loss), direct: write(direct), around: write(around), total: write(total) };
  return (
    <figure className={classes.tape}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds no drawing. */}
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="group" aria-label={t.describe(described)}>
        <Wire points={[at(0, UPPER, "right"), at(2, UPPER, "left")]} />
        <Wire points={[at(0, UPPER, "below"), [COLUMNS[0] + BOX.width / 2, LOWER + 20], at(1, LOWER, "left")]} />
        <Wire points={[at(1, LOWER, "right"), at(2, LOWER, "left")]} />
        <Wire points={[at(2, LOWER, "above"), at(2, UPPER, "below")]} />
        <Wire points={[at(2, UPPER, "above"), at(2, TOP, "below")]} />
        <Nudge at={[150, UPPER + 38]} share={direct} />
        <Nudge at={[COLUMNS[2] + BOX.width / 2 - 8, 150]} share={-direct} side="end" />
        <Nudge at={[COLUMNS[2] - 9, LOWER + 58]} share={around} isShut={!isOpen} />
        <LitPart symbol="v" label={`${t.nodes.v}: ${write(logXi)}`} className={classes.part}>
          <Box place={[COLUMNS[0], UPPER]} name={t.nodes.v} value={write(logXi)} />
          <Total at={[COLUMNS[0] + BOX.width / 2, UPPER - 10]} share={total} />
        </LitPart>
        <LitPart symbol="c" label={`${t.nodes.u}, c = ${write(c)}: ${write(tape.u)}`} className={classes.part}>
          <Box place={[COLUMNS[1], LOWER]} name={t.nodes.u} value={write(tape.u)} />
        </LitPart>
        <LitPart symbol="sg" label={`${t.nodes.sg}: ${isOpen ? t.open : t.closed}`} className={classes.part}>
          <Box place={[COLUMNS[2], LOWER]} name={t.nodes.sg} value={write(tape.u)} />
          <line
            className={classes.door}
            data-open={isOpen || undefined}
            x1={COLUMNS[2] - 6}
            x2={isOpen ? COLUMNS[2] - 24 : COLUMNS[2] - 6}
            y1={LOWER - 4}
            y2={isOpen ? LOWER + 10 : LOWER + BOX.height + 4}
          />
        </LitPart>
        <Box place={[COLUMNS[2], UPPER]} name={t.nodes.minus} value={write(tape.difference)} />
        <LitPart symbol="loss" label={`${t.nodes.loss}: ${write(loss)}`} className={classes.part}>
          <Box place={[COLUMNS[2], TOP]} name={t.nodes.exp} value={write(loss)} />
          <text x={COLUMNS[2] - 10} y={TOP + 24} textAnchor="end" className={classes.caption}>
            {t.nodes.loss}
          </text>
        </LitPart>
      </svg>
      <figcaption className={classes.keys}>
        <span className={classes.forward}>{t.forward}</span>
        <span className={classes.backward}>{t.backward}</span>
      </figcaption>
    </figure>
  );
}

type Point = readonly [x: number, y: number];

/** The middle of an edge of the box in a column. */
function at(column: 0 | 1 | 2, row: number, edge: "left" | "right" | "above" | "below"): Point {
  const left = COLUMNS[column];
  if (edge === "left") return [left, row + BOX.height / 2];
  if (edge === "right") return [left + BOX.width, row + BOX.height / 2];
  return [left + BOX.width / 2, edge === "above" ? row : row + BOX.height];
}

function Wire({ points }: { points: readonly Point[] }) {
  return <polyline className={classes.wire} points={points.map((point) => point.join(",")).join(" ")} />;
}

function Box({ place: [x, y], name, value }: { place: Point; name: string; value: string }) {
  return (
    <g>
      <rect x={x} y={y} {...BOX} rx={6} className={classes.box} />
      <text x={x + BOX.width / 2} y={y + 16} textAnchor="middle" className={classes.name}>
        {name}
      </text>
      <text x={x + BOX.width / 2} y={y + 32} textAnchor="middle" className={classes.value}>
        {value}
      </text>
    </g>
  );
}

interface NudgeProps {
  at: Point;
  share: number;
  side?: "middle" | "end";
  isShut?: boolean;
}

/** What comes back along a wire. */
function Nudge({ at: [x, y], share, side = "middle", isShut = false }: NudgeProps) {
  return (
    <text x={x} y={y} textAnchor={side} className={classes.nudge} data-shut={isShut || undefined}>
      {`\u2190 ${formatFixed(share, 2)}`}
    </text>
  );
}

/** What arrives in all. */
function Total({ at: [x, y], share }: { at: Point; share: number }) {
  return (
    <text x={x} y={y} textAnchor="middle" className={classes.total}>
      {`\u03a3 ${formatFixed(share, 2)}`}
    </text>
  );
}
