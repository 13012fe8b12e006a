import type { Vector } from "../../../record/anchors/forces";

const HEAD = 7;

interface ArrowProps {
  from: Vector;
  to: Vector;
  className: string | undefined;
  color?: string;
  /** Length of its head at most. */
  head?: number;
}

/** An arrow whose head is never longer than the arrow. */
export function Arrow({ from, to, className, color, head: longest = HEAD }: ArrowProps) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length < 0.05) return null;
  const head = Math.min(longest, length);
  const [ux, uy] = [dx / length, dy / length];
  const neck: Vector = [to[0] - ux * head, to[1] - uy * head];
  const side = head * 0.5;
  const corners = [to, [neck[0] - uy * side, neck[1] + ux * side], [neck[0] + uy * side, neck[1] - ux * side]];
  return (
    <g className={className} stroke={color} fill={color}>
      <line x1={from[0]} y1={from[1]} x2={neck[0]} y2={neck[1]} />
      <polygon points={corners.map((corner) => corner.join(",")).join(" ")} />
    </g>
  );
}
