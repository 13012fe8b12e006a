import { formatCount, formatNumber } from "../../i18n/format";
import { expectedMilliseconds } from "../../models/cost";
import { encoderCost } from "../../session/encoderCost";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "./settings.module.css";
import { texts } from "./texts";

/** How large the encoder is and how long a step will take, before anything is started. */
export function EncoderCost() {
  const t = useTexts(texts);
  const draft = useSelect((state) => state.draft);
  const run = useSelect((state) => state.run);
  const rate = useSelect((state) => state.rate);
  const cost = encoderCost(draft, run);
  if (!cost) return null;
  return (
    <p className={classes.hint}>
      {t.encoderCost({ parameters: formatCount(cost.parameters), millions: formatNumber(cost.macs / 1e6) })}
      {rate && ` ${t.expectedTime({ milliseconds: formatNumber(expectedMilliseconds(cost.macs, rate)) })}`}
    </p>
  );
}
