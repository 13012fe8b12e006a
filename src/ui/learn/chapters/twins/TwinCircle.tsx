import { Button } from "@mantine/core";
import { useMemo } from "react";
import { formatCount, formatFixed } from "../../../../i18n/format";
import { readAnchor } from "../../../../record/anchors/reading";
import type { ViewsSnapshot } from "../../../../record/events";
import { useDark, usePlayground, useShownConfig, useShownRun } from "../../../context";
import { useTexts } from "../../../language/useTexts";
import { useAnchorCount, useShownAnchor } from "../../../views/anchor/useAnchor";
import { classColor } from "../../../views/classLook";
import { LitPart } from "../../formula/lit";
import { FigureCard } from "../../views/FigureCard";
import { anglesFrom } from "./circle";
import { texts } from "./texts";
import classes from "./twins.module.css";

const SIDE = 260;
const MIDDLE = SIDE / 2;
const RADIUS = 100;

/** The circle on which the views are placed, as an anchor sees it: itself on top, its twin, and all that it is not to be confused with. */
export function TwinCircle() {
  const { circle: t, pictures } = useTexts(texts);
  const { anchors } = usePlayground();
  const views = useShownRun((run) => run?.views ?? null);
  const count = useAnchorCount();
  const anchor = useShownAnchor() ?? 0;
  if (!views || count === 0) return <p className={classes.waiting}>{t.waiting}</p>;
  return (
    <FigureCard
      title={pictures.circle}
      className={classes.card}
      note={t.at({ step: formatCount(views.step), sample: formatCount(anchor + 1) })}
    >
      <Circle views={views} anchor={anchor} />
      <Button size="compact-sm" variant="default" onClick={() => anchors.choose((anchor + 1) % count)}>
        {t.another}
      </Button>
    </FigureCard>
  );
}

function Circle({ views, anchor }: { views: ViewsSnapshot; anchor: number }) {
  const t = useTexts(texts).circle;
  const arm = useShownConfig().arms[0];
  const view = views.arms[0];
  const reading = useMemo(() => (view && arm ? readAnchor(view, arm, anchor) : null), [view, arm, anchor]);
  const places = useMemo(() => (view ? placesOf(view, anchor) : []), [view, anchor]);
  const colors = useColors(views);
  if (!view || !reading) return null;
  const pairs = view.similarityCount / 2;
  const twin = anchor + pairs;
  const similarity = formatFixed(reading.positive, 3);
  const rival = formatFixed(reading.negatives[0]?.cosine ?? Number.NaN, 3);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds no drawing. */}
      <svg className={classes.circle} viewBox={`0 0 ${SIDE} ${SIDE}`} role="group" aria-label={t.describe}>
        <circle cx={MIDDLE} cy={MIDDLE} r={RADIUS} className={classes.line} />
        <LitPart symbol="others" label={t.othersAre({ rival })} className={classes.others}>
          {places.map((place, i) =>
            i === anchor || i === twin ? null : (
              // biome-ignore lint/suspicious/noArrayIndexKey: views are told apart by their place in the batch.
              <circle key={i} {...at(place)} r={4} fill={colors[i % pairs]} />
            ),
          )}
        </LitPart>
        <LitPart symbol="twin" label={t.twinIs({ similarity })} className={classes.twin}>
          <line {...ends(places[anchor], places[twin])} />
          <circle {...at(places[twin])} r={10.5} fill={colors[anchor]} />
          <text {...inwards(places[twin])} textAnchor="middle" className={classes.name}>
            {t.twin}
          </text>
        </LitPart>
        <circle {...at(places[anchor])} r={6.5} className={classes.anchor} />
        <text x={MIDDLE} y={14} textAnchor="middle" className={classes.name}>
          {t.anchor}
        </text>
      </svg>
      <p className={classes.says}>
        {t.says({ twin: degrees(reading.positive), rival: degrees(reading.negatives[0]?.cosine ?? Number.NaN) })}
      </p>
    </>
  );
}

/** Between two places of a similarity. */
function degrees(cosine: number): string {
  return formatFixed((Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI, 1);
}

type Place = readonly [x: number, y: number];

/** The anchor on top, the twin to the right of it. */
function placesOf({ similarity, similarityCount }: ViewsSnapshot["arms"][number], anchor: number): Place[] {
  const cosine = (a: number, b: number) => similarity[a * similarityCount + b] as number;
  const angles = anglesFrom(anchor, anchor + similarityCount / 2, similarityCount, cosine);
  return angles.map((angle) => [MIDDLE + RADIUS * Math.sin(angle), MIDDLE - RADIUS * Math.cos(angle)]);
}

function at(place: Place | undefined): { cx: number; cy: number } {
  const [cx, cy] = place ?? [MIDDLE, MIDDLE];
  return { cx, cy };
}

/** Where the twin's name stands: inside the circle, out of the way of the anchor's, which is outside. */
function inwards(place: Place | undefined): { x: number; y: number } {
  const { cx, cy } = at(place);
  const share = 1 - 28 / RADIUS;
  return { x: MIDDLE + (cx - MIDDLE) * share, y: MIDDLE + (cy - MIDDLE) * share + 4 };
}

function ends(from: Place | undefined, to: Place | undefined) {
  const [a, b] = [at(from), at(to)];
  return { x1: a.cx, y1: a.cy, x2: b.cx, y2: b.cy };
}

/** Of the samples of the anchors' batch, by their classes: which no loss sees. */
function useColors({ labels }: ViewsSnapshot): string[] {
  const dark = useDark();
  const samples = useShownRun((run) => run?.anchors?.samples ?? null);
  const named = useShownRun((run) => run?.dataset?.classNames.length ?? 1);
  return useMemo(
    () =>
      Array.from(samples ?? [], (sample) => {
        const label = labels?.[sample];
        return label === undefined ? "currentColor" : classColor(label, named, dark);
      }),
    [samples, labels, named, dark],
  );
}
