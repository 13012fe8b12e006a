import type { ArmLook } from "../../config/arms";
import { formatPercent } from "../../i18n/format";
import type { ArmTrace } from "../../record/events";
import type { PhaseId } from "../../session/slow/phases";
import { useTexts } from "../language/useTexts";
import { Arrow } from "../views/anchor/Arrow";
import { texts as embeddingTable } from "../views/embedding/texts";
import { besides, type Frame, frameOf, type Place, placeOf, RADIUS, SIDE, shareOf, tipOf } from "./geometry";
import classes from "./plane.module.css";
import { texts } from "./texts";
import { useSampleColors } from "./useSampleColors";

const HEAD = 9;

export interface PlaneProps {
  arm: ArmTrace;
  look: ArmLook;
  /** Number of samples that are drawn. */
  samples: number;
  phase: Extract<PhaseId, "embeddings" | "forces" | "update">;
  /** How far it has moved, 0..1. */
  moved: number;
  /** Units of the drawing per unit of force. */
  scale: number;
  /** How many times as large as they are the moves of the update are drawn. */
  enlarged: number;
}

/** The views of the drawn samples where the learner puts them: on the circle, or in the plane of the batch. */
export function Plane({ arm, look, samples, phase, moved, scale, enlarged }: PlaneProps) {
  const description = usePlaneWords({ arm, look, samples, phase });
  const frame = frameOf(arm);
  const way = phase === "update" ? moved * enlarged : 0;
  const at = (view: number) => placeOf(arm, view, frame, way);
  const out = phase === "embeddings" ? moved : 1;
  const places = Array.from({ length: 2 * samples }, (_, view) => fromMiddle(at(view), out));
  return (
    <svg
      className={classes.plane}
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      role="img"
      aria-label={description}
      data-drawing={phase}
    >
      {arm.circle ? (
        <circle className={classes.circle} cx={SIDE / 2} cy={SIDE / 2} r={RADIUS} />
      ) : (
        <rect className={classes.circle} x="1" y="1" width={SIDE - 2} height={SIDE - 2} rx="6" />
      )}
      {phase === "update" && <Trails {...{ arm, samples, frame, way }} />}
      <Twins places={places} samples={samples} />
      <Dots places={places} samples={samples} />
      {phase === "forces" && arm.weight && <ForceArrows {...{ arm, look, places, samples, moved, scale }} />}
    </svg>
  );
}

function usePlaneWords({
  arm,
  look: { label },
  samples: count,
  phase,
}: Omit<PlaneProps, "moved" | "scale" | "enlarged">): string {
  const t = useTexts(texts);
  const views = useTexts(embeddingTable);
  if (phase === "update") return t.describe.update({ label, count });
  if (phase === "embeddings")
    return t.describe.embeddings({
      label,
      count,
      how: arm.circle ? views.circle : views.pca({ percent: formatPercent(arm.explained, 0) }),
    });
  if (!arm.weight) return t.noWeight;
  return t.describe.forces({ label, count, percent: formatPercent(meanOf(arm.weight)) });
}

export function meanOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

/** On its way from the middle to its place. */
function fromMiddle([x, y]: Place, share: number): Place {
  return [SIDE / 2 + share * (x - SIDE / 2), SIDE / 2 + share * (y - SIDE / 2)];
}

/** A faint line between the two views of each sample. */
function Twins({ places, samples }: { places: Place[]; samples: number }) {
  return places.slice(0, samples).map(([x, y], sample) => {
    const [x2, y2] = places[sample + samples] as Place;
    // biome-ignore lint/suspicious/noArrayIndexKey: a sample is its place in the batch.
    return <line key={sample} className={classes.twins} x1={x} y1={y} x2={x2} y2={y2} />;
  });
}

/** First views as discs with their sample's number, second ones as squares. */
function Dots({ places, samples }: { places: Place[]; samples: number }) {
  const colorOf = useSampleColors();
  const color = (view: number) => colorOf(view % samples);
  const names = besides(places.slice(0, samples), places);
  return places.map(([x, y], view) =>
    view < samples ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a view is its place in the batch.
      <g key={view}>
        <circle className={classes.dot} cx={x} cy={y} r="7.5" fill={color(view)} />
        <Name at={names[view] as Place} name={String(view + 1)} />
      </g>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a view is its place in the batch.
      <rect key={view} className={classes.dot} x={x - 6} y={y - 6} width="12" height="12" fill={color(view)} />
    ),
  );
}

function Name({ at: [x, y], name }: { at: Place; name: string }) {
  return (
    <text className={classes.name} x={x} y={y}>
      {name}
    </text>
  );
}

type ArrowsProps = Omit<PlaneProps, "phase" | "enlarged"> & { places: Place[] };

/** Pull and push on each anchor: in outline as they are at weight 1, filled as much of them as the loss leaves. */
function ForceArrows({ arm, look, places, samples, moved, scale }: ArrowsProps) {
  return Array.from({ length: samples }, (_, anchor) => {
    const from = places[anchor] as Place;
    const weight = arm.weight?.[anchor] as number;
    const share = shareOf(weight, moved);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: an anchor is its place in the batch.
      <g key={anchor} data-anchor={anchor}>
        {(["pull", "push"] as const).map((force) => (
          <g key={force} data-force={force}>
            <Arrow from={from} to={tipOf(from, arm[force], anchor, scale)} className={classes.whole} head={HEAD} />
            <Arrow
              from={from}
              to={tipOf(from, arm[force], anchor, scale * share)}
              className={classes[force]}
              color={look.color}
              head={HEAD}
            />
          </g>
        ))}
      </g>
    );
  });
}

interface TrailsProps extends Pick<PlaneProps, "arm" | "samples"> {
  frame: Frame;
  way: number;
}

/** From where each view was to where it is. */
function Trails({ arm, samples, frame, way }: TrailsProps) {
  return Array.from({ length: 2 * samples }, (_, view) => {
    const [x1, y1] = placeOf(arm, view, frame);
    const [x2, y2] = placeOf(arm, view, frame, way);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a view is its place in the batch.
      <g key={view} className={classes.trail}>
        <circle cx={x1} cy={y1} r="4" />
        <line x1={x1} y1={y1} x2={x2} y2={y2} />
      </g>
    );
  });
}
