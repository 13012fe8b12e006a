import { Button } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { formatCount } from "../../../i18n/format";
import { numberOf } from "../../../session/learn/chapters";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { Track } from "../../shell/Track";
import { type Chapter, experimentOf, type Values } from "../chapter";
import { texts } from "../texts";
import classes from "./experiment.module.css";
import { useTrial } from "./useTrial";

interface RunBarProps {
  chapter: Chapter;
  values: Values;
  prediction: string | null;
}

/** Begins the experiment, pauses it, and says how far it is. */
export function RunBar({ chapter, values, prediction }: RunBarProps) {
  const t = useTexts(texts);
  const words = useTexts(chapter.texts);
  const { learn } = usePlayground();
  const starting = useSelect((state) => state.starting);
  const trial = useTrial(chapter.id);
  const begin = () => {
    const name = t.runName({ n: numberOf(chapter.id), title: words.title });
    if (prediction) void learn.run(chapter.id, { config: experimentOf(chapter, values), name, prediction, values });
  };
  return (
    <div className={classes.run}>
      <div className={classes.buttons}>
        <Button size="compact-md" disabled={!prediction && !starting} loading={starting} onClick={begin}>
          {trial ? t.runAgain : t.run}
        </Button>
        {trial && <PauseButton runId={trial.runId} />}
        <Hint hasPrediction={prediction !== null} />
      </div>
      {trial && <Progress runId={trial.runId} />}
      <Elsewhere chapter={chapter} />
    </div>
  );
}

/** What the run of a chapter is, as long as it is the one on the page. */
function useRunState(runId: string): "paused" | "running" | "finished" | "failed" | null {
  return useSelect(({ run }) => (run?.id === runId ? run.state : null));
}

function PauseButton({ runId }: { runId: string }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const state = useRunState(runId);
  if (state !== "running" && state !== "paused") return null;
  const isRunning = state === "running";
  const Icon = isRunning ? IconPlayerPause : IconPlayerPlay;
  return (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<Icon size={16} />}
      onClick={() => void (isRunning ? playground.pause() : playground.play())}
    >
      {isRunning ? t.pause : t.goOn}
    </Button>
  );
}

/** What is still missing, or what becomes of a run that is under way. */
function Hint({ hasPrediction }: { hasPrediction: boolean }) {
  const t = useTexts(texts);
  const isOthers = useSelect(({ run, unasked, learn }) => {
    const isOwn = Object.values(learn.trials).some(({ runId }) => runId === run?.id);
    return run !== null && run.step > 0 && !unasked && !isOwn && run.state !== "finished";
  });
  const hint = [hasPrediction ? "" : t.predictFirst, isOthers ? t.setsAside : ""].filter(Boolean).join(" ");
  return hint && <span className={classes.hint}>{hint}</span>;
}

function Progress({ runId }: { runId: string }) {
  const t = useTexts(texts);
  const step = useSelect(({ run }) => (run?.id === runId ? run.step : null));
  const steps = useSelect(({ run }) => run?.config.steps ?? 1);
  if (step === null) return null;
  return (
    <div className={classes.progress}>
      <span>{t.progress({ step: formatCount(step), steps: formatCount(steps) })}</span>
      <Track label={t.progressLabel} share={step / steps} max={steps} />
    </div>
  );
}

/** Leads back to what the page shows no more: the chapter's own run, or the one that it took the place of. */
function Elsewhere({ chapter: { id } }: { chapter: Chapter }) {
  const t = useTexts(texts);
  const { learn, runs } = usePlayground();
  const trial = useTrial(id);
  const left = useSelect((state) => state.learn.left);
  const shown = useSelect(({ run, opened }) => (opened ?? run)?.id);
  const isKept = useSelect(({ history }) => history.some((row) => row.id === trial?.runId));
  return (
    <div className={classes.buttons}>
      {trial && trial.runId !== shown && isKept && (
        <Button size="compact-sm" variant="default" onClick={() => void runs.open(trial.runId)}>
          {t.showAgain}
        </Button>
      )}
      {left && (
        <Button size="compact-sm" variant="default" onClick={() => void learn.goBack()}>
          {t.goBack}
        </Button>
      )}
    </div>
  );
}
