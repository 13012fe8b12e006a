import { formatCount } from "../../i18n/format";
import type { PlaygroundState } from "../../session/playgroundState";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { texts } from "./texts";

/** Whether a run waits for Play that the page began by itself. */
export function isPausedUnasked({ unasked, run }: PlaygroundState): boolean {
  return unasked && run?.state === "paused" && run.step > 0;
}

/** How a run goes on that the page began by itself. */
export function Unasked() {
  const t = useTexts(texts);
  const step = useSelect((state) => (isPausedUnasked(state) ? (state.run?.step ?? 0) : 0));
  return step > 0 && <b>{t.verdict.unasked({ step: formatCount(step) })}</b>;
}
