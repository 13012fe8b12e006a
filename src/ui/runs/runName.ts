import { formatDateTime } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import type { PastRun } from "../../storage/runs/pastRun";
import { texts } from "./texts";

/** What a run is called: its name, or when it began. */
export function runName({ name, startedAt }: Pick<PastRun, "name" | "startedAt">): string {
  return name || translateAll(texts).unnamed({ when: formatDateTime(new Date(startedAt)) });
}
