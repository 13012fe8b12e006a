import { useElementSize } from "@mantine/hooks";
import { useSelect } from "../context";
import classes from "./charts.module.css";

/**
 * The box that a chart is drawn in: of a given height, or as high as an enlarged card has room for.
 * @param name of the chart
 * @param height in pixels
 */
export function useDrawingBox(name: string, height: number) {
  const { ref, width, height: room } = useElementSize();
  const enlarged = useSelect((state) => state.enlarged === name);
  const box = { ref, className: classes.frame, style: enlarged ? undefined : { height } };
  return { box, width, height: enlarged ? Math.floor(room) : height };
}
