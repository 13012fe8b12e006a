import { useTexts } from "../../language/useTexts";
import { useHoverX } from "../plot/hover";
import legend from "../plot/legend.module.css";
import { texts } from "../texts";
import classes from "./metric.module.css";

/**
 * Says that nothing was pinned where the run that is shown has no value, until the cursor is elsewhere.
 * @param at the place of the cursor then; null while nothing was refused
 */
export function Refused({ at }: { at: number | null }) {
  const t = useTexts(texts);
  const x = useHoverX();
  return (
    <span role="status" className={at !== null && x === at ? `${legend.over} ${classes.refused}` : undefined}>
      {at !== null && x === at && t.nothingToPin}
    </span>
  );
}
