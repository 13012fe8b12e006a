import type { ArmLook } from "../../../config/arms";
import { hasFoundTwin } from "../../../record/anchors/reading";
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
  const moved = readings.filter(({ forces }) => forces);
  const [weak, strong] = [looks[weaker]?.label ?? "", looks[stronger]?.label ?? ""];
  const say = moved.every(hasFoundTwin) ? t.found : t.weaker;
  return (
    <p className={classes.sentence}>
      {share >= SAME
        ? t.even({ count: moved.length })
        : say({ weaker: weak, stronger: strong, percent: percentOf(share) })}
    </p>
  );
}
