import { useDark } from "../context";
import { classColor, classShape, cornersOf } from "./classLook";

const SIDE = 12;
const RADIUS = 4;

/** The mark of a class, as its samples are drawn. */
export function ClassMark({ label, classes }: { label: number; classes: number }) {
  const dark = useDark();
  const corners = cornersOf(classShape(label, classes), [SIDE / 2, SIDE / 2], RADIUS);
  const fill = classColor(label, classes, dark);
  return (
    <svg width={SIDE} height={SIDE} aria-hidden="true">
      {corners.length === 0 ? (
        <circle cx={SIDE / 2} cy={SIDE / 2} r={RADIUS} fill={fill} />
      ) : (
        <polygon points={corners.map((corner) => corner.join(",")).join(" ")} fill={fill} />
      )}
    </svg>
  );
}
