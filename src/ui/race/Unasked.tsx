import { formatCount } from "../../i18n/format";
import { texts } from "../../record/words/texts";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";

/** How a run goes on that the page began by itself. */
export function Unasked() {
  const t = useTexts(texts);
  const step = useSelect(({ unasked, opened, run }) => (!opened && unasked && run?.state === "paused" ? run.step : 0));
  const steps = useSelect(({ run }) => run?.config.steps ?? 0);
  return step > 0 && <b>{t.unasked({ step: formatCount(step), steps: formatCount(steps) })}</b>;
}
