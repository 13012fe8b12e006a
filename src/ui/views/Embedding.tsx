import { useCallback } from "react";
import type { ArmLook } from "../../config/arms";
import { formatPercent } from "../../i18n/format";
import type { ViewsSnapshot } from "../../worker/protocol";
import { useDark, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { classColor, type Pen } from "./canvas";
import { texts } from "./texts";
import { ViewFigure } from "./ViewFigure";

type ArmView = ViewsSnapshot["arms"][number];

/** Where held-out samples lie on the sphere, for one arm. */
export function Embedding({ view, look, labels }: { view: ArmView; look: ArmLook; labels: Uint8Array | null }) {
  const t = useTexts(texts);
  const dark = useDark();
  const named = useSelect((state) => state.run?.dataset?.classNames.length ?? 1);
  const draw = useCallback((pen: Pen) => drawEmbedding(pen, view, labels, named, dark), [view, labels, named, dark]);
  const how = view.circle ? t.circle : t.pca({ percent: formatPercent(view.explained, 0) });
  return (
    <ViewFigure
      {...{ draw, look }}
      description={t.describeEmbedding({ label: look.label, count: view.embedding.length / 2, how })}
      note={how}
    />
  );
}

function drawEmbedding(pen: Pen, view: ArmView, labels: Uint8Array | null, named: number, dark: boolean): void {
  const { context, width, height, color } = pen;
  const reach = view.circle ? 1.08 : 1.06 * extent(view.embedding);
  const scale = Math.min(width, height) / 2 / (reach || 1);
  if (view.circle) drawCircle(pen, scale);
  context.globalAlpha = 0.75;
  for (let i = 0; i < view.embedding.length / 2; i++) {
    const label = labels?.[i];
    context.fillStyle = label === undefined ? color("--ink-soft") : classColor(label, named, dark);
    const [x, y] = [view.embedding[2 * i] as number, view.embedding[2 * i + 1] as number];
    context.beginPath();
    context.arc(width / 2 + x * scale, height / 2 - y * scale, 2.4, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}

function drawCircle({ context, width, height, color }: Pen, radius: number): void {
  context.strokeStyle = color("--hairline");
  context.beginPath();
  context.arc(width / 2, height / 2, radius, 0, 2 * Math.PI);
  context.stroke();
}

function extent(values: Float32Array): number {
  let reach = 0;
  for (const value of values) reach = Math.max(reach, Math.abs(value));
  return reach;
}
