import { describe, type Sample } from "../../record/statistics/describe";
import { CHOICES, LOSSES, type LossId, SETTINGS, type Setting } from "./recipe";
import type { AdviceConfig, AdviceRow } from "./schema";
import { scoreOf } from "./score";
import { isComplete, rowsOfArm } from "./summary";

/** What the validation samples decide: the setting that suits each loss. */

/** Each loss's setting. */
export type Chosen = Record<LossId, Setting>;

/**
 * The settings with the highest mean scores; a setting at which a seed stopped is out of the question, and of equal ones the
 * first is taken.
 *
 * @returns null before all settings were tried; `"stopped"` where a loss came to its end at none of them
 */
export function chosenSettings(advice: AdviceConfig, rows: readonly AdviceRow[]): Chosen | "stopped" | null {
  if (!CHOICES.every((training) => isComplete(advice, rows, training))) return null;
  const [infoNce, flatNce] = LOSSES.map((loss) => bestOf(advice, rows, loss));
  return infoNce && flatNce ? { infoNce, flatNce } : "stopped";
}

function bestOf(advice: AdviceConfig, rows: readonly AdviceRow[], loss: LossId): Setting | null {
  const scored = SETTINGS.flatMap((setting) => {
    const sample = scoresAt(advice, rows, loss, setting);
    const { mean, n } = describe(sample);
    return mean !== null && n === sample.length ? [{ setting, mean }] : [];
  });
  const best = scored.reduce<(typeof scored)[number] | null>(
    (before, next) => (before && before.mean >= next.mean ? before : next),
    null,
  );
  return best?.setting ?? null;
}

/** Scores of a loss at a setting, one per seed, in their order. */
export function scoresAt({ aim }: AdviceConfig, rows: readonly AdviceRow[], loss: LossId, setting: Setting): Sample {
  return rowsOfArm(rows, "choice", { arm: loss, ...setting }).map((row) => scoreOf(aim, row));
}
