import { useCallback, useMemo } from "react";
import type { ArmLook } from "../../config/arms";
import { formatFixed, formatItems } from "../../i18n/format";
import type { ViewsSnapshot } from "../../worker/protocol";
import { useDark, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { shownSamples } from "./anchor/picking/pick";
import { RowPicker } from "./anchor/picking/RowPicker";
import { useChosenAnchors } from "./anchor/useAnchor";
import { drawImage, type Pen } from "./canvas";
import { texts } from "./texts";
import { ViewFigure } from "./ViewFigure";
import classes from "./views.module.css";

type ArmView = ViewsSnapshot["arms"][number];
type Color = [number, number, number];

/** Colors of cosine -1, 0 and 1, from blue over the page's surface to vermilion. */
const LIGHT: [Color, Color, Color] = [
  [0, 84, 147],
  [247, 247, 245],
  [190, 74, 0],
];
const DARK: [Color, Color, Color] = [
  [84, 174, 233],
  [34, 37, 41],
  [245, 139, 60],
];

/** Samples that there is room for: a cell has to be wide enough to be pointed at. */
const MOST = 16;

/** Cosines of all views of the anchors' batch with each other, for one arm. */
export function Similarity({ view, look }: { view: ArmView; look: ArmLook }) {
  const t = useTexts(texts);
  const dark = useDark();
  const samples = useShownSamples(view.similarityCount / 2);
  const draw = useCallback((pen: Pen) => drawMatrix(pen, view, samples, dark ? DARK : LIGHT), [view, samples, dark]);
  const means = useMemo(() => meanCosines(view), [view]);
  const [positive, negative] = means.map((value) => formatFixed(value, 2)) as [string, string];
  return (
    <ViewFigure
      {...{ draw, look }}
      description={t.describeSimilarity({ label: look.label, positive, negative })}
      note={formatItems([`${t.positives} ${positive}`, `${t.negatives} ${negative}`])}
      overlay={(side) => <RowPicker {...{ look, side, samples }} />}
    />
  );
}

/** The first samples, and those that are looked at. */
function useShownSamples(count: number): number[] {
  const { chosen, previewed } = useSelect(({ anchor }) => anchor);
  const group = useChosenAnchors();
  return useMemo(() => shownSamples(count, MOST, [chosen, previewed, ...group]), [count, chosen, previewed, group]);
}

function drawMatrix(
  { context, width }: Pen,
  { similarity, similarityCount }: ArmView,
  samples: readonly number[],
  scale: [Color, Color, Color],
): void {
  const views = [...samples, ...samples.map((sample) => sample + similarityCount / 2)];
  const n = views.length;
  const image = new ImageData(n, n);
  views.forEach((a, row) => {
    views.forEach((b, column) => {
      const cosine = similarity[a * similarityCount + b] as number;
      image.data.set([...mixed(cosine, scale), 255], 4 * (row * n + column));
    });
  });
  drawImage(context, image, 0, 0, width);
}

function mixed(cosine: number, [low, middle, high]: [Color, Color, Color]): Color {
  const end = cosine < 0 ? low : high;
  const share = Math.min(1, Math.abs(cosine));
  return middle.map((value, i) => Math.round(value + share * ((end[i] as number) - value))) as Color;
}

/** Mean cosine of positives (the other view of the same sample) and of negatives. */
export function meanCosines({
  similarity,
  similarityCount: n,
}: Pick<ArmView, "similarity" | "similarityCount">): [number, number] {
  const half = n / 2;
  let positives = 0;
  let negatives = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      if ((i + half) % n === j) positives += similarity[i * n + j] as number;
      else negatives += similarity[i * n + j] as number;
    }
  return [positives / n, negatives / (n * (n - 2))];
}

/** What the colors of the matrix mean. */
export function SimilarityScale() {
  const t = useTexts(texts);
  return (
    <div className={classes.scale} aria-hidden="true">
      {t.similarityRange.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </div>
  );
}
