import type { ArmLook } from "../../config/arms";
import { formatPercent } from "../../i18n/format";
import type { ArmTrace } from "../../record/events";
import { useTexts } from "../language/useTexts";
import { meanOf } from "./Plane";
import { texts } from "./texts";
import classes from "./weights.module.css";

/** How much each anchor counts in one arm: what its arrows have shrunk to. */
export function Weights({ arm, look, hasQueue }: { arm: ArmTrace; look: ArmLook; hasQueue: boolean }) {
  const t = useTexts(texts);
  if (!arm.weight) return <p className={classes.none}>{hasQueue ? t.queue : t.noWeight}</p>;
  return (
    <div className={classes.weights}>
      <p className={classes.mean}>{t.meanWeight({ percent: formatPercent(meanOf(arm.weight)) })}</p>
      <ol>
        {Array.from(arm.weight, (weight, anchor) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an anchor is its place in the batch.
          <li key={anchor} data-weight={weight}>
            <span className={classes.number}>{anchor + 1}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect className={classes.whole} width="100" height="10" />
              <rect width={100 * Math.min(1, weight)} height="10" fill={look.color} />
            </svg>
            <span className={classes.percent}>{formatPercent(weight)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
