import type { ArmLook } from "../../../../config/arms";
import { useTexts } from "../../../language/useTexts";
import { texts } from "../texts";
import { useShownAnchor } from "../useAnchor";
import { PickSheet } from "./PickSheet";
import { nearestPlace, type Place } from "./pick";
import classes from "./pickSheet.module.css";

const RADIUS = 6;

/** Chooses an anchor by its dot in an arm's embedding, and rings the one that is looked at. */
export function DotPicker({ look, places }: { look: ArmLook; places: readonly Place[] }) {
  const t = useTexts(texts);
  const anchor = useShownAnchor();
  const ringed = anchor === null ? undefined : places[anchor];
  if (places.length === 0) return null;
  return (
    <>
      <PickSheet
        label={t.pickDot({ label: look.label })}
        order={[...places.keys()]}
        pick={(place) => nearestPlace(places, place)}
      />
      {ringed && (
        <svg className={classes.marks} width="100%" height="100%" aria-hidden="true">
          <circle className={classes.halo} cx={ringed[0]} cy={ringed[1]} r={RADIUS} />
          <circle className={classes.ring} cx={ringed[0]} cy={ringed[1]} r={RADIUS} />
        </svg>
      )}
    </>
  );
}
