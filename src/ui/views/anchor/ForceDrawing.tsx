import type { ArmLook } from "../../../config/arms";
import type { Forces, Vector } from "../../../record/anchors/forces";
import { useTexts } from "../../language/useTexts";
import { Arrow } from "./Arrow";
import type { ForceScale } from "./forceScale";
import classes from "./forces.module.css";
import { texts } from "./texts";

/** Pushes of single negatives that are drawn beside their sum. */
const HARDEST = 3;
/** Between arrows that lie on one line. */
const LANE = 11;

interface ForceDrawingProps {
  forces: Forces;
  scale: ForceScale;
  look: ArmLook;
  /** The same in words. */
  description: string;
}

/**
 * The forces on an anchor as one sees them from above the sphere: the pull to the right, the push where the negatives drive it,
 * and their sum.
 */
export function ForceDrawing({ forces, scale, look, description }: ForceDrawingProps) {
  const { width, height, origin, isLine } = scale;
  const at = (lane: number): Vector => [origin[0], origin[1] + (isLine ? lane * LANE : 0)];
  const tip = (force: Vector, lane: number): Vector => [
    at(lane)[0] + force[0] * scale.perUnit,
    at(lane)[1] - force[1] * scale.perUnit,
  ];
  return (
    <svg className={classes.drawing} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={description}>
      {!isLine &&
        forces.pushes.slice(0, HARDEST).map((push, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the hardest negatives are told apart by their rank.
          <Arrow key={i} from={at(0)} to={tip(push, 0)} className={classes.single} />
        ))}
      <Arrow from={at(1)} to={tip(forces.push, 1)} className={classes.push} />
      <Arrow from={at(-1)} to={tip(forces.pull, -1)} className={classes.pull} />
      <Arrow from={at(0)} to={tip(forces.total, 0)} className={classes.total} color={look.color} />
      <circle className={classes.origin} cx={origin[0]} cy={origin[1]} r="3.5" />
    </svg>
  );
}

/** What the arrows are. */
export function ForceLegend() {
  const t = useTexts(texts);
  const entries = [
    { name: t.pull, className: classes.pull },
    { name: t.push, className: classes.push },
    { name: t.left, className: classes.total },
  ];
  return (
    <ul className={classes.legend}>
      {entries.map(({ name, className }) => (
        <li key={name}>
          <svg width="26" height="10" aria-hidden="true">
            <Arrow from={[1, 5]} to={[25, 5]} className={className} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
