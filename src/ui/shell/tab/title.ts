import { armLooks } from "../../../config/arms";
import { formatPercent } from "../../../i18n/format";
import { currentLocale } from "../../../i18n/locale";
import { translateAll } from "../../../i18n/translate";
import { verdictOf } from "../../../record/verdict";
import { differenceFormat } from "../../../record/words/difference";
import type { PlaygroundState } from "../../../session/playgroundState";
import { pageName } from "../pages";
import { texts } from "../texts";
import { activityOf } from "./activity";

type Titled = Pick<PlaygroundState, "run" | "labs" | "view" | "page">;

/** The title of the page: how far it has come, or what came out, then its name. */
export function titleOf(state: Titled): string {
  const t = translateAll(texts);
  const name = state.page === "race" ? t.app.name : `${pageName(state.page)} \u00b7 ${t.app.name}`;
  const words = progressOf(state);
  return words ? `${words} \u00b7 ${name}` : name;
}

function progressOf(state: Titled): string {
  const t = translateAll(texts).tab;
  const activity = activityOf(state);
  if (!activity) return "";
  const share = formatPercent(activity.share, 0);
  switch (activity.phase) {
    case "running":
      return activity.lab && activity.lab !== state.page ? `${share} \u00b7 ${pageName(activity.lab)}` : share;
    case "paused":
      return t.paused({ share });
    case "finished":
      return outcomeOf(state);
    case "failed":
      return t.failed;
  }
}

/** What the verdict comes to, in a few words. */
function outcomeOf({ run, view }: Titled): string {
  const t = translateAll(texts).tab;
  const verdict = verdictOf(run, view.accuracy, view.armA, view.armB);
  if (!run || verdict.kind !== "measured") return t.done;
  if (!verdict.detected) return t.undecided;
  const arm = armLooks(run.config, false, currentLocale())[view.armB]?.label ?? "";
  return t.outcome({ arm, difference: differenceFormat(view.accuracy)(verdict.difference) });
}
