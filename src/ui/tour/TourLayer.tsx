import { Suspense } from "react";
import { isPanelShown } from "../../session/panels/arrangement";
import { useSelect } from "../context";
import { Guard } from "../faults/Guard";
import { laterPart } from "../faults/laterPart";
import classes from "./tour.module.css";

const Tour = laterPart(() => import("./Tour"));

/** The guided minute, while somebody takes it. One that breaks says so in its own corner; page and run go on. */
export function TourLayer() {
  const isTaken = useSelect(
    ({ tour, page, arrangement }) => tour !== null && page === "race" && isPanelShown(arrangement, "tour"),
  );
  if (!isTaken) return null;
  return (
    <div className={classes.layer}>
      <Guard>
        <Suspense fallback={null}>
          <Tour />
        </Suspense>
      </Guard>
    </div>
  );
}
