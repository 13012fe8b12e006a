import { useElementSize } from "@mantine/hooks";
import type { ArmLook } from "../../config/arms";
import { type Pen, useCanvas } from "./canvas";
import { ViewTitle } from "./ViewTitle";
import classes from "./views.module.css";

interface ViewFigureProps {
  draw: (pen: Pen) => void;
  /** What the picture shows, in words. */
  description: string;
  look: ArmLook;
  note: string;
  /** What lies over the picture, whose side is so many pixels. */
  overlay: (side: number) => React.ReactNode;
}

/** A square picture of one arm, as wide as there is room. */
export function ViewFigure({ draw, description, look, note, overlay }: ViewFigureProps) {
  const { ref, width } = useElementSize();
  const canvas = useCanvas(draw, width, width);
  return (
    <figure ref={ref} className={classes.figure}>
      <div className={classes.picture}>
        <canvas ref={canvas} role="img" style={{ width, height: width }} aria-label={description} />
        {width > 0 && overlay(width)}
      </div>
      <figcaption>
        <ViewTitle look={look} note={note} />
      </figcaption>
    </figure>
  );
}
