import { VisuallyHidden } from "@mantine/core";
import { formatCount, formatSentence } from "../../i18n/format";
import { traceAt } from "../../record/trace/kept";
import { canTrain, closeSlow, showPhase, turnPhase } from "../../session/slow/motion";
import { PHASES, type Phase } from "../../session/slow/phases";
import type { StepTrace } from "../../worker/protocol";
import { PageDialog } from "../components/PageDialog";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { Controls } from "./Controls";
import { Stage } from "./Stage";
import classes from "./slow.module.css";
import { texts } from "./texts";
import { useProgress } from "./useProgress";

/** Keys of a slider, or of a choice, are theirs. */
const OPERATED = "[role=slider], [role=radiogroup]";
const TURNS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };

/** One training step drawn as it happens, over the whole page. Comes when somebody opens it. */
export default function SlowMotion() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const traces = useSelect(({ run }) => run?.traces ?? NONE);
  const trace = useSelect(({ slow }) => traceAt(traces, slow.step));
  const press = (event: React.KeyboardEvent) => {
    const by = TURNS[event.key];
    if (!by || (event.target as Element).closest(OPERATED)) return;
    event.preventDefault();
    void turnPhase(playground, by);
  };
  return (
    <PageDialog
      opened
      fullScreen
      onClose={() => void closeSlow(playground)}
      onKeyDown={press}
      title={t.title}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content, header: classes.header, title: classes.title, body: classes.body }}
    >
      {trace ? <Update traces={traces} trace={trace} /> : <Waiting />}
    </PageDialog>
  );
}

const NONE: readonly StepTrace[] = [];

/** What is said while there is nothing to draw. */
function Waiting() {
  const t = useTexts(texts);
  const isOver = useSelect(({ run }) => run?.state === "finished" || run?.state === "failed");
  const isAble = useSelect(canTrain);
  const isRunning = useSelect(({ run }) => run?.state === "running");
  return <p>{isOver ? t.over : isAble || isRunning ? t.waiting : t.noRun}</p>;
}

interface UpdateProps {
  traces: readonly StepTrace[];
  trace: StepTrace;
}

function Update({ traces, trace }: UpdateProps) {
  const t = useTexts(texts);
  const at = useSelect(({ slow }) => slow.phase);
  const { id } = PHASES[at] as Phase;
  const moved = useProgress(trace.step);
  const { title, caption } = t.phases[id];
  const { step, seed, samples: shown, batchSize } = trace;
  return (
    <>
      <PhaseList at={at} />
      <p className={classes.caption}>{caption}</p>
      <p className={classes.facts}>
        {formatSentence(t.step({ step: formatCount(step), seed: formatCount(seed) }))}{" "}
        {shown < batchSize ? t.drawn({ shown, batchSize }) : t.all({ batchSize })}
      </p>
      <VisuallyHidden aria-live="polite">{t.said({ n: at + 1, of: PHASES.length, title, caption })}</VisuallyHidden>
      <div className={classes.stage}>
        <Stage trace={trace} phase={id} moved={moved} />
      </div>
      <Controls traces={traces} trace={trace} />
    </>
  );
}

/** The phases by name; a press shows one. */
function PhaseList({ at }: { at: number }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  return (
    <ol className={classes.phases} aria-label={t.phaseList}>
      {PHASES.map(({ id }, phase) => (
        <li key={id}>
          <button
            type="button"
            aria-current={phase === at ? "step" : undefined}
            onClick={() => showPhase(playground, phase)}
          >
            {t.phases[id].title}
          </button>
        </li>
      ))}
    </ol>
  );
}
