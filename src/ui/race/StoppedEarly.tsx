import { formatSentence } from "../../i18n/format";
import { translate } from "../../i18n/translate";
import { saidOfEarlyStop } from "../../record/words/earlyStop";
import { useShownRun } from "../context";
import { useLocale } from "../language/useTexts";

/** Why the run is over before its last step, if a rule of its own has ended it. */
export function StoppedEarly() {
  useLocale();
  const stop = useShownRun((run) => run?.stoppedEarly ?? null);
  const config = useShownRun((run) => run?.config ?? null);
  return stop && config && <b>{formatSentence(translate(saidOfEarlyStop(stop, config)))}</b>;
}
