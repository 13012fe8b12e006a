import type { ArmLook } from "../../../config/arms";
import { formatFixed, formatPercent } from "../../../i18n/format";
import { useTexts } from "../../language/useTexts";
import { ArmName } from "./ArmForces";
import classes from "./anchor.module.css";
import { SampleView } from "./SampleView";
import { texts } from "./texts";
import { type ArmReading, useAnchorCount } from "./useAnchor";

const SHOWN = 3;
/** Shares below it are none to the eye. */
const LEAST = 0.0005;

/** The negatives that are most similar to the anchor in each arm, with what they weigh. */
export function HardestNegatives({ readings, looks }: { readings: ArmReading[]; looks: ArmLook[] }) {
  const t = useTexts(texts);
  return (
    <div>
      <p className={classes.soft}>{t.hardest}</p>
      <div className={classes.arms}>
        {readings.map((reading) => (
          <OfArm key={reading.arm} reading={reading} look={looks[reading.arm]!} />
        ))}
      </div>
    </div>
  );
}

/** Shares are of the softmax, which an objective without an anchor's weight may not have. */
function OfArm({ reading: { negatives, weight }, look }: { reading: ArmReading; look: ArmLook }) {
  const t = useTexts(texts);
  const count = useAnchorCount();
  return (
    <figure className={classes.arm}>
      <ArmName look={look} />
      <ul className={classes.negatives}>
        {negatives.slice(0, SHOWN).map(({ view, cosine, share }) => (
          <li key={view}>
            <SampleView sample={view % count} isSecond={view >= count} />
            <span>{formatFixed(cosine, 3)}</span>
            {weight !== null && <span>{share < LEAST ? t.tinyShare : formatPercent(share, share < 0.1 ? 1 : 0)}</span>}
          </li>
        ))}
      </ul>
    </figure>
  );
}
