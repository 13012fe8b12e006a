import { texts } from "../../record/words/texts";
import { isUnaskedPause } from "../../session/shown";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";

/** How a run goes on that the page began by itself. */
export function Unasked() {
  const t = useTexts(texts);
  const isPaused = useSelect((state) => isUnaskedPause(state) && (state.run?.step ?? 0) > 0);
  return isPaused && <b>{t.unasked}</b>;
}
