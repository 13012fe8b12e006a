import type { ArmLook } from "../../../config/arms";
import { formatNumber } from "../../../i18n/format";
import { type Forces, lengthOf, type Vector } from "../../../record/anchors/forces";
import { Swatch } from "../../charts/plot/Legend";
import { useTexts } from "../../language/useTexts";
import classes from "./anchor.module.css";
import { ForceDrawing } from "./ForceDrawing";
import type { ForceScale } from "./forceScale";
import { texts } from "./texts";
import type { ArmReading } from "./useAnchor";

/** Pixels from which on an arrow is seen beside the dot of the anchor. */
const SEEN = 5;

interface ArmForcesProps {
  reading: ArmReading;
  look: ArmLook;
  scale: ForceScale | null;
}

/** The forces of one arm on the anchor. */
export function ArmForces({ reading: { forces }, look, scale }: ArmForcesProps) {
  const t = useTexts(texts);
  return (
    <figure className={classes.arm}>
      <ArmName look={look} />
      {forces && scale ? (
        <>
          <ForceDrawing
            {...{ forces, scale, look }}
            description={t.describeForces({ label: look.label, ...sizesOf(forces) })}
          />
          {lengthOf(forces.total) * scale.perUnit < SEEN && <p className={classes.soft}>{t.tooShort}</p>}
        </>
      ) : (
        <p className={classes.soft}>{t.noWeight}</p>
      )}
    </figure>
  );
}

export function ArmName({ look }: { look: ArmLook }) {
  return (
    <span className={classes.armName}>
      <Swatch look={look} />
      <span>{look.label}</span>
    </span>
  );
}

function sizesOf({ pull, push, total }: Forces): Record<"pull" | "push" | "force", string> {
  const size = (force: Vector) => formatNumber(lengthOf(force));
  return { pull: size(pull), push: size(push), force: size(total) };
}
