import { Suspense } from "react";
import { hasBegun, shownRun } from "../../../session/shown";
import { useSelect } from "../../context";
import { Guard } from "../../faults/Guard";
import { laterPart } from "../../faults/laterPart";
import classes from "./remarks.module.css";

const Remarks = laterPart(() => import("./Remarks"));

/** What the numbers of the run that is shown say; its room is there from the beginning, its code once a run has begun. */
export function RunRemarks() {
  const isWanted = useSelect((state) => hasBegun(shownRun(state)));
  const room = <div className={classes.remarks} data-remarks="folded" />;
  if (!isWanted) return room;
  return (
    <Guard>
      <Suspense fallback={room}>
        <Remarks />
      </Suspense>
    </Guard>
  );
}
