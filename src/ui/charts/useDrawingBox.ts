import { useElementSize } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useDrawClock, useSelect } from "../context";
import classes from "./charts.module.css";

/**
 * The box that a chart is drawn in: of a given height, or as high as an enlarged card has room for. Its width is 0 until it is its turn to be
 * drawn for the first time: charts that come together are drawn one after the other, so that the page answers in between.
 * @param name of the chart
 * @param height in pixels
 */
export function useDrawingBox(name: string, height: number) {
  const { ref, width, height: room } = useElementSize();
  const enlarged = useSelect((state) => state.enlarged === name);
  const isItsTurn = useFirstTurn();
  const box = { ref, className: classes.frame, style: enlarged ? undefined : { height } };
  return { box, width: isItsTurn ? width : 0, height: enlarged ? Math.floor(room) : height };
}

function useFirstTurn(): boolean {
  const { beginnings } = useDrawClock();
  const [isItsTurn, setItsTurn] = useState(false);
  useEffect(() => beginnings.add(() => flushSync(() => setItsTurn(true))), [beginnings]);
  return isItsTurn;
}
