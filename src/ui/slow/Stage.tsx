import type { ArmLook } from "../../config/arms";
import { formatPercent } from "../../i18n/format";
import type { ArmTrace } from "../../record/events";
import type { PhaseId } from "../../session/slow/phases";
import type { StepTrace } from "../../worker/protocol";
import { Swatch } from "../charts/plot/Legend";
import { useLooks, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { texts as embeddingTable } from "../views/embedding/texts";
import { enlargement, forceScale } from "./geometry";
import { Keys } from "./Keys";
import { Matrix } from "./Matrix";
import { Plane } from "./Plane";
import { Samples } from "./Samples";
import classes from "./stage.module.css";
import { texts } from "./texts";
import { useStepViews } from "./useStepViews";
import { Weights } from "./Weights";

interface StageProps {
  trace: StepTrace;
  phase: PhaseId;
  /** How far its drawing has moved, 0..1. */
  moved: number;
}

/** What a phase of an update looks like. */
export function Stage({ trace, phase, moved }: StageProps) {
  if (phase === "batch" || phase === "views")
    return <BatchStage trace={trace} hasViews={phase === "views"} moved={moved} />;
  return (
    <div className={classes.stage}>
      <div className={classes.arms}>
        {trace.arms.map((arm) => (
          <Arm key={arm.arm} {...{ trace, arm, phase, moved }} />
        ))}
      </div>
      {phase !== "similarities" && <Keys phase={phase} enlarged={enlargement(trace.arms)} />}
    </div>
  );
}

/** What all arms have in common. */
function BatchStage({ trace, hasViews, moved }: Pick<StageProps, "trace" | "moved"> & { hasViews: boolean }) {
  const t = useTexts(texts);
  const preview = useStepViews(trace);
  if (preview === null) return <p className={classes.note}>{t.noViews}</p>;
  return <div className={classes.stage}>{preview && <Samples {...{ preview, hasViews, moved }} />}</div>;
}

type ArmProps = Omit<StageProps, "phase"> & { arm: ArmTrace; phase: Exclude<PhaseId, "batch" | "views"> };

function Arm({ trace, arm, phase, moved }: ArmProps) {
  const config = useSelect(({ run, draft }) => run?.config ?? draft);
  const look = useLooks(config)[arm.arm];
  if (!look) return null;
  const { samples } = trace;
  return (
    <figure className={classes.arm} data-arm={arm.arm} data-phase={phase}>
      <figcaption className={classes.name}>
        <Swatch look={look} />
        <span>{look.label}</span>
        <HowPlaced arm={arm} phase={phase} />
      </figcaption>
      {phase === "similarities" ? (
        <Matrix {...{ arm, look, samples, moved }} />
      ) : (
        <Plane
          {...{ arm, look, samples, phase, moved }}
          scale={forceScale(trace.arms)}
          enlarged={enlargement(trace.arms)}
        />
      )}
      {phase === "forces" && <Weights arm={arm} look={look as ArmLook} hasQueue={config.queue.size > 0} />}
    </figure>
  );
}

function HowPlaced({ arm, phase }: Pick<ArmProps, "arm" | "phase">) {
  const t = useTexts(embeddingTable);
  if (phase === "similarities" || arm.circle) return null;
  return <span className={classes.soft}>{t.pca({ percent: formatPercent(arm.explained, 0) })}</span>;
}
