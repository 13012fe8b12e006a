import { CHARTS } from "../../../session/embed/size";
import { useTexts } from "../../language/useTexts";
import classes from "./dialog.module.css";
import type { Chosen } from "./PanelChoice";
import { texts } from "./texts";

/** A frame's pixels by one of the preview's. */
const SCALE = 8;

/** The outline of the frame, to scale, and its size in words. */
export function SizePreview({ panels, width, height }: { panels: Chosen; width: number; height: number }) {
  const t = useTexts(texts);
  const [w, h] = [width / SCALE, height / SCALE];
  const charts = panels.filter((id) => CHARTS.includes(id)).length;
  return (
    <figure className={classes.preview}>
      <svg width={w} height={h} viewBox={`0 0 ${w} ${h}`} aria-hidden="true">
        <rect x={0.5} y={0.5} width={w - 1} height={h - 1} rx={2} className={classes.outline} />
        <rect x={4} y={3} width={10} height={3} rx={1} className={classes.button} />
        {charts > 0 && (
          <path
            d={`M6 ${h * 0.3} C${w * 0.3} ${h * 0.3} ${w * 0.3} ${h * 0.7} ${w - 6} ${h * 0.75}`}
            className={classes.curve}
          />
        )}
      </svg>
      <figcaption>{t.size({ width, height })}</figcaption>
    </figure>
  );
}
