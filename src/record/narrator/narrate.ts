import { RULES, type RuleId } from ".";
import { type Narrated, readingOf } from "./reading";
import type { Finding, Rule } from "./rule";

/** Asks the rules what there is to say of a run. */

/** Steps before the latest at which a rule has to hold as well while a run goes on, so that no sentence comes and goes with the noise. */
export const HELD_STEPS = 25;
/** So many are shown at once; the others when somebody asks. */
export const MOST_SHOWN = 3;

export interface Remark extends Finding {
  id: RuleId;
}

/** What the numbers of a run carry, the most important first; the same for a run under way, a kept one and a record. */
export function narrate(run: Narrated | null): Remark[] {
  if (!run) return [];
  const now = readingOf(run);
  const before = run.isOver ? now : readingOf(cut(run, Math.max(0, run.step - HELD_STEPS)));
  return (Object.entries(RULES) as [RuleId, Rule][]).flatMap(([id, rule]) => {
    const finding = rule.read(now);
    const holds = finding !== null && (rule.isFinal || before === now || rule.read(before) !== null);
    return holds ? [{ id, ...finding }] : [];
  });
}

/** The run as it was at a step. */
function cut(run: Narrated, step: number): Narrated {
  const stopped = run.stopped.filter((learner) => learner.step <= step);
  return { ...run, step, stopped, columns: run.columns.upTo(step) };
}
