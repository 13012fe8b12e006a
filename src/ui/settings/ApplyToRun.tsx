import { Button, Tooltip } from "@mantine/core";
import type { ConfigChange } from "../../config/diff";
import { isLive } from "../../config/liveChanges";
import type { ExperimentConfig } from "../../config/schema";
import { formatList } from "../../i18n/format";
import { settingName } from "../../session/settings/names";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { texts } from "./texts";

/** Has the run that is there take over what it can of the changes; nothing where that is none of them. */
export function ApplyToRun({ pending }: { pending: readonly ConfigChange[] }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const canChange = useSelect(({ run, starting }) => !starting && run !== null && run.state !== "failed");
  const isScheduled = useSelect(({ run }) => run !== null && followsSchedule(run.config));
  const live = pending.filter(isLive);
  if (!canChange || live.length === 0) return null;
  const isStretched = isScheduled && live.some(({ path }) => path === "steps");
  const names = formatList(live.map(({ path }) => settingName(path)));
  const hint = [t.pending.applyHint({ names }), ...(isStretched ? [t.pending.stretched] : [])].join(" ");
  return (
    <Tooltip label={hint} multiline w={300} openDelay={300}>
      <Button size="compact-sm" variant="default" onClick={() => void playground.liveChanges.applyDraft()}>
        {t.pending.applyNow}
      </Button>
    </Tooltip>
  );
}

/** Whether something of an experiment depends on when it ends. */
function followsSchedule({ optimizer, temperatureRule, arms }: ExperimentConfig): boolean {
  const rules = [temperatureRule.id, ...arms.map((arm) => arm.temperatureRule)];
  return optimizer.schedule.id !== "constant" || rules.includes("scheduled");
}
