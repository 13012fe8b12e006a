import { type Said, say } from "../../i18n/message";
import { texts } from "../errors";
import type { Loss } from "./losses";
import type { UnderWay } from "./underWay";

/**
 * What is said of a loss that was recovered from.
 * @param run what goes on; null where only labs do
 * @param isElsewhere whether that is on another backend
 */
export function newsOf({ said: cause }: Loss, run: UnderWay | null, isElsewhere: boolean): Said {
  if (!run) return say(texts.labWentOn, { cause });
  const step = run.point?.step ?? 0;
  const { backend } = run;
  return isElsewhere && backend
    ? say(texts.wentElsewhere, { cause, step, backend })
    : say(texts.wentOn, { cause, step });
}
