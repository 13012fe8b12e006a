import type { StepTrace } from "../../record/events";
import { traceAt } from "../../record/trace/kept";
import { type Pace, PHASES } from "./phases";

/** Where slow motion stands. Whether it is open is in the address (`view.slow`). */
export interface SlowState {
  /** Place among the phases. */
  phase: number;
  /** The update that is shown; null for the latest that was watched. */
  step: number | null;
  /** `playing` goes on by itself; `turning` moves as far as the phase does; `still` stands where it is. */
  motion: "playing" | "turning" | "still";
  pace: Pace;
  /** The run was training when slow motion was opened, and goes on when it is closed. */
  resumes: boolean;
}

export const AT_FIRST: SlowState = { phase: 0, step: null, motion: "turning", pace: 1, resumes: false };

type Traces = readonly StepTrace[];

/**
 * The phase after or before, of the same update or of its neighbor among the kept ones; null where there is none, and the run
 * would have to be trained on.
 */
export function turned(slow: SlowState, by: 1 | -1, kept: Traces): Pick<SlowState, "phase" | "step"> | null {
  const phase = slow.phase + by;
  if (phase >= 0 && phase < PHASES.length) return { phase, step: slow.step };
  const step = neighbor(slow.step, by, kept);
  return step === null ? null : { phase: by > 0 ? 0 : PHASES.length - 1, step };
}

/** The kept update after or before one; null at the end. */
function neighbor(step: number | null, by: 1 | -1, kept: Traces): number | null {
  const shown = traceAt(kept, step);
  const at = shown ? kept.indexOf(shown) + by : -1;
  return kept[at]?.step ?? null;
}
