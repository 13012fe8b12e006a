import { useEffect, useMemo, useRef } from "react";
import type { ViewsPreview } from "../../worker/protocol";
import { useTexts } from "../language/useTexts";
import { imageOf } from "../views/canvas";
import { texts as viewsTable } from "../views/texts";
import { besides, type Place, SIDE } from "./geometry";
import plane from "./plane.module.css";
import { placePoints } from "./pointPlaces";
import classes from "./samples.module.css";
import { texts } from "./texts";
import { useSampleColors } from "./useSampleColors";

interface SamplesProps {
  preview: ViewsPreview;
  /** With their two views. */
  hasViews: boolean;
  /** How far it has moved, 0..1. */
  moved: number;
}

/** The drawn samples of a batch, and what the augmentation makes of them: the same for all arms. */
export function Samples(props: SamplesProps) {
  const t = useTexts(texts);
  const { count, shape } = props.preview.pairs;
  const description = props.hasViews ? t.describe.views({ count }) : t.describe.batch({ count });
  return shape.length === 3 ? (
    <Images {...props} description={description} />
  ) : (
    <Points {...props} description={description} />
  );
}

type Described = SamplesProps & { description: string };

/** A column a sample: the sample itself, and its views below it. */
function Images({ preview, hasViews, moved, description }: Described) {
  const t = useTexts(texts);
  const { pairs, samples } = preview;
  const scale = samples instanceof Uint8Array ? 1 : 255;
  const size = pairs.shape.reduce((a, b) => a * b, 1);
  const shown = (index: number) => appearance(moved, index, pairs.count);
  return (
    <figure className={classes.rows}>
      <div className={classes.images} role="img" aria-label={description}>
        {Array.from({ length: pairs.count }, (_, sample) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sample is its place in the batch.
          <div key={sample} className={classes.column}>
            <span>{sample + 1}</span>
            <Picture
              values={samples}
              offset={sample * size}
              shape={pairs.shape}
              scale={scale}
              opacity={hasViews ? 1 : shown(sample)}
            />
            {hasViews &&
              [0, 1].map((view) => (
                <Picture
                  key={view}
                  values={pairs.values}
                  offset={(2 * sample + view) * size}
                  shape={pairs.shape}
                  scale={255}
                  opacity={shown(sample)}
                />
              ))}
          </div>
        ))}
      </div>
      {hasViews && <figcaption>{t.rows}</figcaption>}
    </figure>
  );
}

/** One after the other, each in a moment of its own. */
function appearance(moved: number, index: number, count: number): number {
  return Math.min(1, Math.max(0, moved * (count + 1) - index));
}

interface PictureProps {
  values: ArrayLike<number>;
  offset: number;
  shape: number[];
  scale: number;
  opacity: number;
}

/** A sample at its own size; the style sheet enlarges it without blurring. */
function Picture({ values, offset, shape, scale, opacity }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext("2d")?.putImageData(imageOf(values, offset, shape, scale), 0, 0);
  }, [values, offset, shape, scale]);
  return <canvas ref={canvas} className={classes.picture} height={shape[0]} width={shape[1]} style={{ opacity }} />;
}

/** Points in the plane: each sample, and its views moving away from it. */
function Points({ preview, hasViews, moved, description }: Described) {
  const t = useTexts(viewsTable);
  const { samples, views, enlarged } = useMemo(() => placePoints(preview, SIDE), [preview]);
  const color = useSampleColors();
  const names = useMemo(() => besides(samples), [samples]);
  const away = (from: Place, to: Place): Place => [
    from[0] + moved * (to[0] - from[0]),
    from[1] + moved * (to[1] - from[1]),
  ];
  return (
    <figure className={classes.points}>
      <svg className={plane.plane} viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={description}>
        <line className={classes.axis} x1="0" x2={SIDE} y1={SIDE / 2} y2={SIDE / 2} />
        <line className={classes.axis} y1="0" y2={SIDE} x1={SIDE / 2} x2={SIDE / 2} />
        {samples.map((at, sample) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sample is its place in the batch.
          <g key={sample} opacity={hasViews ? 1 : appearance(moved, sample, samples.length)} fill={color(sample)}>
            {hasViews ? (
              <Views from={at} to={views[sample]!.map((view) => away(at, view)) as [Place, Place]} />
            ) : (
              <circle className={plane.dot} cx={at[0]} cy={at[1]} r="7.5" />
            )}
            <text className={plane.name} x={names[sample]![0]} y={names[sample]![1]}>
              {sample + 1}
            </text>
          </g>
        ))}
      </svg>
      {hasViews && enlarged > 1 && <figcaption>{t.enlarged({ times: enlarged })}</figcaption>}
    </figure>
  );
}

/** The first one as a disc, the second one as a square, each held to its sample by a line. */
function Views({ from: [x, y], to: [first, second] }: { from: Place; to: [Place, Place] }) {
  return (
    <>
      <line className={plane.twins} x1={x} y1={y} x2={first[0]} y2={first[1]} />
      <line className={plane.twins} x1={x} y1={y} x2={second[0]} y2={second[1]} />
      <circle className={classes.sample} cx={x} cy={y} r="3" />
      <circle className={plane.dot} cx={first[0]} cy={first[1]} r="7.5" />
      <rect className={plane.dot} x={second[0] - 6} y={second[1] - 6} width="12" height="12" />
    </>
  );
}
