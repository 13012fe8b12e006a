import type { ArmLook } from "../../config/arms";
import { Swatch } from "../charts/plot/Legend";
import classes from "./views.module.css";

/** Which arm a picture belongs to, and what it shows. */
export function ViewTitle({ look, note }: { look: ArmLook; note: string }) {
  return (
    <span className={classes.viewTitle}>
      <Swatch look={look} />
      <span className={classes.viewName}>{look.label}</span>
      <span className={classes.viewNote}>{note}</span>
    </span>
  );
}
