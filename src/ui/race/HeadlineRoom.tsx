import { PANEL_GROUPS } from "../../session/panels/registry";
import layout from "../charts/layout.module.css";
import { useHeadlineHeight } from "../charts/useHeadlineHeight";
import { useShows } from "../panels/usePanels";
import classes from "./race.module.css";

/** What a large card has around its drawing, in pixels: head, sentence, names of the lines. */
const AROUND = 99;

/** Empty cards where the large charts will be, as high as they. */
export function HeadlineRoom() {
  const shown = PANEL_GROUPS.charts.filter(useShows());
  const height = useHeadlineHeight(shown.length) + AROUND;
  return (
    <div className={layout.headline}>
      {shown.map((id) => (
        <div key={id} className={classes.cardRoom} style={{ height }} />
      ))}
    </div>
  );
}
