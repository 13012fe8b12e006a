import { Button } from "@mantine/core";
import { formatCount, formatDateTime } from "../../i18n/format";
import { haveSameNumbers } from "../../record/environment";
import { goOnTraining } from "../../session/checkpoints/goOnTraining";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "../settings/pendingChanges.module.css";
import { presetTitle } from "./presets/presetTitle";
import { texts } from "./texts";

/** Offers to go on with the run that an earlier visit, or a device that was lost, left in the middle. */
export function Interrupted() {
  const t = useTexts(texts).interrupted;
  const playground = usePlayground();
  const head = useSelect((state) => state.interrupted);
  const starting = useSelect((state) => state.starting);
  const environment = useSelect((state) => state.environment);
  if (!head) return null;
  const { step, steps, savedAt, presetId } = head;
  const isElsewhere = environment !== null && !haveSameNumbers(environment, head.environment);
  return (
    <div className={classes.notice} role="status">
      <span>
        {t.stopped({
          run: presetTitle(presetId),
          step: formatCount(step),
          steps: formatCount(steps),
          when: formatDateTime(new Date(savedAt)),
        })}
        {isElsewhere && ` ${t.elsewhere({ adapter: head.environment.adapter })}`}
      </span>
      <div className={classes.noticeButtons}>
        <Button size="compact-sm" loading={starting} onClick={() => void goOnTraining(playground, head.id)}>
          {t.goOn}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void playground.goingOn.discard()}>
          {t.discard}
        </Button>
      </div>
    </div>
  );
}
