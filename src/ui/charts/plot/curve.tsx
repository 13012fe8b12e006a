import { Curve, type LineDrawShapeProps } from "recharts";

/**
 * A line as Recharts draws it, out of its reach: it asks every line that it draws anew for its length, though nothing is animated
 * here, and each answer costs a layout of the whole page.
 */
export function drawUnmeasured({ pathRef, ...props }: LineDrawShapeProps) {
  return <Curve {...props} />;
}
