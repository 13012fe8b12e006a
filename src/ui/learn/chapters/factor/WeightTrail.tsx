import { Button } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useEffect, useMemo } from "react";
import { formatCount } from "../../../../i18n/format";
import { linearAxis } from "../../../../record/drawn/scales";
import { FRAME } from "../../../charts/plot/frame";
import { Swatch } from "../../../charts/plot/Legend";
import { Plot } from "../../../charts/plot/Plot";
import { useLooks, usePlayground, useShownConfig } from "../../../context";
import { useTexts } from "../../../language/useTexts";
import { percentOf } from "../../../percentOf";
import { useAnchorCount, useShownAnchor } from "../../../views/anchor/useAnchor";
import { FigureCard } from "../../views/FigureCard";
import classes from "./factor.module.css";
import { texts } from "./texts";
import { type TrailPoint, useTrail } from "./trail";

const HEIGHT = 190;
const WEIGHT = linearAxis(0, 1, [0, 1.05], 2);

/** How much one anchor has counted under each loss, from picture to picture. */
export function WeightTrail() {
  const { trail: t, pictures } = useTexts(texts);
  const { anchors } = usePlayground();
  const points = useTrail();
  useOneToFollow();
  const config = useShownConfig();
  const count = useAnchorCount();
  const anchor = useShownAnchor() ?? 0;
  const last = points.at(-1);
  const looks = useLooks(config);
  return (
    <FigureCard title={pictures.trail} className={classes.card} note={t.sample({ sample: formatCount(anchor + 1) })}>
      <ul className={classes.now}>
        {looks.map((look, arm) => (
          <li key={look.label}>
            <Swatch look={look} />
            {t.says({
              label: look.label,
              weight: last ? percentOf(last.weights[arm]?.[anchor] ?? Number.NaN) : "\u2013",
            })}
          </li>
        ))}
      </ul>
      <TrailDrawing points={points} anchor={anchor} steps={config.steps} />
      <Button
        size="compact-sm"
        variant="default"
        disabled={count === 0}
        onClick={() => anchors.choose((anchor + 1) % count)}
      >
        {t.another}
      </Button>
    </FigureCard>
  );
}

/** The first sample, until another one is chosen. */
function useOneToFollow(): void {
  const { anchors, state } = usePlayground();
  const isNone = state.anchor.chosen === null;
  useEffect(() => {
    if (isNone) anchors.choose(0);
  }, [anchors, isNone]);
}

interface DrawingProps {
  points: readonly TrailPoint[];
  anchor: number;
  steps: number;
}

/** The same, of points that are there already. */
export function TrailDrawing({ points, anchor, steps }: DrawingProps) {
  const t = useTexts(texts).trail;
  const { ref, width } = useElementSize();
  const looks = useLooks(useShownConfig());
  const x = useMemo(() => linearAxis(0, steps, [0, steps], 4), [steps]);
  const data = useMemo(
    () => ({
      lines: looks.length,
      rows: points.map(({ step, weights }) => ({
        step,
        ...Object.fromEntries(weights.map((own, arm) => [`m${arm}`, own[anchor] ?? null])),
      })),
    }),
    [points, anchor, looks.length],
  );
  return (
    <div ref={ref} className={classes.drawing} role="img" aria-label={t.describe} style={{ height: HEIGHT }}>
      {width > 0 && (
        <Plot
          {...{ width, data, looks, x }}
          height={HEIGHT}
          frame={FRAME}
          y={WEIGHT}
          log={false}
          marks={NO_MARKS}
          dots
        />
      )}
    </div>
  );
}

const NO_MARKS: [] = [];
