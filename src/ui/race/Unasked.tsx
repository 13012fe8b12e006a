import { texts } from "../../record/words/texts";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";

/** How a run goes on that the page began by itself. */
export function Unasked() {
  const t = useTexts(texts);
  const isPaused = useSelect(
    ({ unasked, opened, run }) => !opened && unasked && run?.state === "paused" && run.step > 0,
  );
  return isPaused && <b>{t.unasked}</b>;
}
