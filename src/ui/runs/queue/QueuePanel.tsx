import { Button } from "@mantine/core";
import { useMemo } from "react";
import { translateAll } from "../../../i18n/translate";
import { placeIn, type QueueState } from "../../../session/queue/state";
import { type QueueTime, queueTime } from "../../../session/queue/timeLeft";
import { usePlayground, useSelect } from "../../context";
import { useTexts, useTranslate } from "../../language/useTexts";
import { leftInWords } from "../../shell/bar/leftInWords";
import { QueueRow } from "./QueueRow";
import classes from "./queue.module.css";
import { RefusedList } from "./RefusedList";
import { texts } from "./texts";

/** The experiments that are lined up, and how far they are; nothing where there are none. */
export function QueuePanel() {
  const t = useTexts(texts);
  const translate = useTranslate();
  const queue = useSelect((state) => state.queue);
  const { entries, refused, isRunning, isElsewhere, isKept, isGuarded, unread, said } = queue;
  if (entries.length + refused.length + unread.length === 0 && !said) return null;
  return (
    <section className={classes.panel} aria-labelledby="queue-title" data-panel="queue">
      <div className={classes.head}>
        <h3 id="queue-title" className={classes.heading}>
          {t.title}
        </h3>
        {entries.length > 0 && <Stand queue={queue} />}
        <QueueButtons queue={queue} />
      </div>
      <p className={classes.said} role="status">
        {said && translate(said)} {isElsewhere && t.elsewhere} {!isKept && t.notKept} {!isGuarded && t.unguarded}
      </p>
      <Unread />
      {entries.length > 0 && (
        <ol className={classes.list} aria-label={t.list}>
          {entries.map((entry, place) => (
            <QueueRow key={entry.id} {...{ entry, place, isRunning }} isLast={place === entries.length - 1} />
          ))}
        </ol>
      )}
      <RefusedList refused={refused} />
    </section>
  );
}

/** What another version has lined up, which stays until it is let go. */
function Unread() {
  const t = useTexts(texts);
  const { queue } = usePlayground();
  const n = useSelect((state) => state.queue.unread.length);
  if (n === 0) return null;
  return (
    <p className={classes.said} role="status">
      {t.unread({ n })}{" "}
      <Button {...SMALL} onClick={() => queue.forgetUnread()}>
        {t.forget({ n })}
      </Button>
    </p>
  );
}

/** `2 of 5, 3:10 left` */
function Stand({ queue }: { queue: QueueState }) {
  const t = useTexts(texts);
  const isPaused = useSelect(({ run }) => run?.state === "paused");
  const place = t.place(placeIn(queue));
  const where = queue.isRunning ? (isPaused ? t.paused({ place }) : place) : t.waiting({ n: queue.entries.length });
  return (
    <span className={classes.stand}>
      {where}
      <TimeLeft />
    </span>
  );
}

/** By what was timed here, and by nothing else. */
function TimeLeft() {
  const queue = useSelect((state) => state.queue);
  const run = useSelect((state) => state.run);
  const history = useSelect((state) => state.history);
  const environment = useSelect((state) => state.environment);
  const time = useMemo(() => queueTime({ queue, run, history, environment }), [queue, run, history, environment]);
  return time.most > 0 && `, ${timeInWords(time)}`;
}

function timeInWords({ least, most, untimed }: QueueTime): string {
  const time = leftInWords([least, most]);
  return untimed > 0 ? translateAll(texts).atLeast({ time, n: untimed }) : time;
}

const SMALL = { size: "compact-sm", variant: "default" } as const;

function QueueButtons({ queue: { entries, isRunning, isElsewhere } }: { queue: QueueState }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const { conductor } = playground;
  const phase = useSelect(({ run }) => run?.state);
  const isBusy = useSelect((state) => state.starting);
  return (
    <span className={classes.buttons}>
      {!isRunning && !isElsewhere && entries.length > 0 && (
        <Button size="compact-sm" disabled={isBusy} onClick={() => void conductor.start()}>
          {t.start}
        </Button>
      )}
      {isRunning && phase === "running" && (
        <Button {...SMALL} onClick={() => void playground.pause()}>
          {t.pause}
        </Button>
      )}
      {isRunning && phase === "paused" && !isBusy && (
        <Button size="compact-sm" onClick={() => void playground.play()}>
          {t.goOn}
        </Button>
      )}
      {isRunning && (
        <Button {...SMALL} onClick={() => conductor.stop()}>
          {t.stop}
        </Button>
      )}
      <Button {...SMALL} onClick={() => void conductor.cancelAll()}>
        {entries.length > 0 ? t.clear : t.dismiss}
      </Button>
    </span>
  );
}
