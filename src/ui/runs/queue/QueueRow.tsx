import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import { formatCount } from "../../../i18n/format";
import type { QueueEntry } from "../../../session/queue/entry";
import { isUnderWay } from "../../../session/queue/state";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { presetTitle } from "../../race/presets/presetTitle";
import { Track } from "../../shell/Track";
import { CommitInput } from "../cells/CommitInput";
import { differencesInWords } from "../cells/facts";
import { RowButton } from "../RowButton";
import classes from "./queue.module.css";
import { texts } from "./texts";

interface QueueRowProps {
  entry: QueueEntry;
  place: number;
  isLast: boolean;
  /** Of the queue. */
  isRunning: boolean;
}

/** An experiment that waits, or is under way: what it is called, what it is, and its place. */
export function QueueRow({ entry, place, isLast, isRunning }: QueueRowProps) {
  const t = useTexts(texts).row;
  const { queue, conductor } = usePlayground();
  const { id } = entry;
  const isFixed = isUnderWay(useSelect((state) => state.queue));
  const isFirst = isFixed && place === 0;
  const experiment = presetTitle(entry.presetId);
  const name = entry.name || experiment;
  return (
    <li className={classes.row} aria-current={isFirst || undefined}>
      <CommitInput
        label={t.name({ name })}
        placeholder={t.placeholder}
        value={entry.name}
        commit={(text) => text !== entry.name && queue.rename(id, text)}
      />
      <span className={classes.about}>
        {experiment} <span className={classes.soft}>{differencesInWords(entry)}</span>
      </span>
      <Standing entry={entry} isUnderWay={isRunning && place === 0} isElsewhere={isFirst && !isRunning} />
      <span className={classes.rowButtons}>
        <MoveButton {...{ entry, by: -1, isOff: place <= (isFixed ? 1 : 0) }} label={t.up({ name })} />
        <MoveButton {...{ entry, by: 1, isOff: isLast || isFirst }} label={t.down({ name })} />
        <RowButton label={t.remove({ name })} onClick={() => void conductor.cancel(id)}>
          <IconX size={16} />
        </RowButton>
      </span>
    </li>
  );
}

interface MoveButtonProps {
  entry: QueueEntry;
  by: 1 | -1;
  /** There is no such place; the button stays, so that the keyboard does not lose it. */
  isOff: boolean;
  label: string;
}

function MoveButton({ entry, by, isOff, label }: MoveButtonProps) {
  const { queue } = usePlayground();
  const Arrow = by < 0 ? IconArrowUp : IconArrowDown;
  return (
    <RowButton label={label} isOff={isOff} onClick={() => queue.move(entry.id, by)}>
      <Arrow size={16} />
    </RowButton>
  );
}

interface StandingProps {
  entry: QueueEntry;
  isUnderWay: boolean;
  isElsewhere: boolean;
}

/** How far it is, where it has been begun. */
function Standing({ entry: { runId, config }, isUnderWay, isElsewhere }: StandingProps) {
  const t = useTexts(texts).row;
  const step = useSelect(({ run }) => (run !== null && run.id === runId ? run.step : null));
  if (isElsewhere) return <span className={classes.soft}>{t.elsewhere}</span>;
  if (step === null) return <span className={classes.soft}>{isUnderWay ? t.preparing : runId && t.begun}</span>;
  const words = t.underWay({ step: formatCount(step), steps: formatCount(config.steps) });
  return (
    <span className={classes.soft}>
      {words}
      <Track label={words} share={step / config.steps} max={config.steps} />
    </span>
  );
}
