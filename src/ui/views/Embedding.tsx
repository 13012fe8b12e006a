import { useCallback, useMemo } from "react";
import type { ArmLook } from "../../config/arms";
import { formatPercent } from "../../i18n/format";
import type { ViewsSnapshot } from "../../worker/protocol";
import { useDark, useShownRun } from "../context";
import { useTexts } from "../language/useTexts";
import { DotPicker } from "./anchor/picking/DotPicker";
import type { Place } from "./anchor/picking/pick";
import { classColor, type Pen } from "./canvas";
import { texts } from "./texts";
import { ViewFigure } from "./ViewFigure";

type ArmView = ViewsSnapshot["arms"][number];

const DOT = 2.4;

/** Where held-out samples lie on the sphere, for one arm. */
export function Embedding({ view, look, labels }: { view: ArmView; look: ArmLook; labels: Uint8Array | null }) {
  const t = useTexts(texts);
  const dark = useDark();
  const named = useShownRun((run) => run?.dataset?.classNames.length ?? 1);
  const samples = useShownRun((run) => run?.anchors?.samples ?? null);
  const anchors = useMemo(() => new Set(samples), [samples]);
  const draw = useCallback(
    (pen: Pen) => drawEmbedding(pen, { view, labels, named, dark, anchors }),
    [view, labels, named, dark, anchors],
  );
  const how = view.circle ? t.circle : t.pca({ percent: formatPercent(view.explained, 0) });
  return (
    <ViewFigure
      {...{ draw, look }}
      description={t.describeEmbedding({ label: look.label, count: view.embedding.length / 2, how })}
      note={how}
      overlay={(side) => <DotPicker look={look} places={placesOf(view, side, samples ?? [])} />}
    />
  );
}

interface Drawn {
  view: ArmView;
  labels: Uint8Array | null;
  /** Number of classes. */
  named: number;
  dark: boolean;
  /** Samples that can be chosen, which are ringed. */
  anchors: ReadonlySet<number>;
}

function drawEmbedding(pen: Pen, { view, labels, named, dark, anchors }: Drawn): void {
  const { context, width, height, color } = pen;
  const side = Math.min(width, height);
  if (view.circle) drawCircle(pen, side / 2 / reachOf(view));
  context.globalAlpha = 0.75;
  placesOf(view, side).forEach(([x, y], i) => {
    const label = labels?.[i];
    context.fillStyle = label === undefined ? color("--ink-soft") : classColor(label, named, dark);
    dot(context, [x, y], DOT);
    context.fill();
  });
  context.globalAlpha = 1;
  context.strokeStyle = color("--ink");
  for (const [x, y] of placesOf(view, side, [...anchors])) {
    dot(context, [x, y], DOT + 0.8);
    context.stroke();
  }
}

/** Where samples lie in a square picture, in pixels; all of them unless it is said which. */
function placesOf({ embedding, ...view }: ArmView, side: number, samples?: ArrayLike<number>): Place[] {
  const scale = side / 2 / reachOf({ embedding, ...view });
  const which = samples ?? { length: embedding.length / 2 };
  return Array.from(which, (sample: number | undefined, i): Place => {
    const at = 2 * (sample ?? i);
    return [side / 2 + (embedding[at] as number) * scale, side / 2 - (embedding[at + 1] as number) * scale];
  });
}

function dot(context: CanvasRenderingContext2D, [x, y]: Place, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

function drawCircle({ context, width, height, color }: Pen, radius: number): void {
  context.strokeStyle = color("--hairline");
  dot(context, [width / 2, height / 2], radius);
  context.stroke();
}

/** What lies at the edge of the picture. */
function reachOf({ embedding, circle }: Pick<ArmView, "embedding" | "circle">): number {
  if (circle) return 1.08;
  let reach = 0;
  for (const value of embedding) reach = Math.max(reach, Math.abs(value));
  return 1.06 * reach || 1;
}
