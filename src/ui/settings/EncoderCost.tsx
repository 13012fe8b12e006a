import { formatCount, formatNumber } from "../../i18n/format";
import { expectedMilliseconds } from "../../models/cost";
import { encoderCost } from "../../session/encoderCost";
import { useSelect } from "../context";
import { words } from "../words";
import classes from "./settings.module.css";

/** How large the encoder is and how long a step will take, before anything is started. */
export function EncoderCost() {
  const draft = useSelect((state) => state.draft);
  const run = useSelect((state) => state.run);
  const rate = useSelect((state) => state.rate);
  const cost = encoderCost(draft, run);
  if (!cost) return null;
  return (
    <p className={classes.hint}>
      {words.settings.encoderCost(formatCount(cost.parameters), formatNumber(cost.macs / 1e6))}
      {rate && ` ${words.settings.expectedTime(formatNumber(expectedMilliseconds(cost.macs, rate)))}`}
    </p>
  );
}
