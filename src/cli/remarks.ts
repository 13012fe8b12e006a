import { translate } from "../i18n/translate";
import { narrate } from "../record/narrator/narrate";
import type { Run } from "../session/run";
import { DEFAULT_VIEW } from "../session/view";

/** What the numbers of a run say, as the page says it, a line each; empty where they say nothing. */
export function remarksOf(run: Run): string[] {
  const { accuracy: metric, armA, armB } = DEFAULT_VIEW;
  const isOver = run.state === "finished" || run.state === "failed";
  return narrate({ ...run, isOver, metric, armA, armB }).map(({ says }) => `- ${translate(says)}`);
}
