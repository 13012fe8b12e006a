import type { ArmLook } from "../../../config/arms";
import { useTexts } from "../../language/useTexts";
import { percentOf } from "../../percentOf";
import classes from "./anchor.module.css";
import { compareForces } from "./forceScale";
import { texts } from "./texts";
import type { ArmReading } from "./useAnchor";

/** From this share of the strongest on, forces count as about the same. */
const SAME = 0.95;

/** What the drawings come to, in a sentence. */
export function CompareForces({ looks, readings }: { looks: ArmLook[]; readings: ArmReading[] }) {
  const t = useTexts(texts);
  const compared = compareForces(readings);
  if (!compared) return null;
  const { weaker, stronger, share } = compared;
  const count = readings.filter(({ forces }) => forces).length;
  const [weak, strong] = [looks[weaker]?.label ?? "", looks[stronger]?.label ?? ""];
  return (
    <p className={classes.sentence}>
      {share >= SAME ? t.even({ count }) : t.weaker({ weaker: weak, stronger: strong, percent: percentOf(share) })}
    </p>
  );
}
