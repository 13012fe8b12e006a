import { useMemo } from "react";
import type { ViewsPreview } from "../../../worker/protocol";
import { useTexts } from "../../language/useTexts";
import { gapShare, SampleStrip } from "../SampleStrip";
import { texts } from "../texts";
import classes from "./viewsTab.module.css";

interface PreviewImagesProps {
  views: ViewsPreview;
  classNames: string[];
  /** Samples side by side. */
  columns: number;
  /** Rows of samples, as far as there are samples. */
  rows: number;
}

/** Samples in columns: each as it is, and below it its two views. */
export function PreviewImages({ views, classNames, columns, rows }: PreviewImagesProps) {
  const t = useTexts(texts);
  const count = Math.min(columns * rows, views.pairs.count);
  const starts = Array.from({ length: Math.ceil(count / columns) }, (_, row) => row * columns);
  return (
    <div className={classes.blocks} role="img" aria-label={t.views.describe({ count })}>
      {starts.map((first) => (
        <Block key={first} {...{ views, classNames }} first={first} count={Math.min(columns, count - first)} />
      ))}
    </div>
  );
}

interface BlockProps extends Pick<PreviewImagesProps, "views" | "classNames"> {
  first: number;
  count: number;
}

function Block({ views: { samples, labels, pairs }, classNames, first, count }: BlockProps) {
  const t = useTexts(texts);
  const { values, shape } = pairs;
  const places = useMemo(() => Array.from({ length: count }, (_, i) => first + i), [first, count]);
  return (
    <div className={classes.images}>
      {labels && <Captions names={places.map((place) => classNames[labels[place]!] ?? "")} width={shape[1] ?? 1} />}
      <span className={classes.rowName}>{t.views.sample}</span>
      <SampleStrip values={samples} shape={shape} shown={places} />
      {[0, 1].map((view) => (
        <ViewRow key={view} {...{ values, shape, view }} shown={places.map((place) => 2 * place + view)} />
      ))}
    </div>
  );
}

/** Classes, in line with images of a width in pixels. */
function Captions({ names, width }: { names: string[]; width: number }) {
  const columns = { gridTemplateColumns: `repeat(${names.length}, minmax(0, 1fr))` };
  return (
    <div className={classes.captions} style={{ ...columns, columnGap: `${100 * gapShare(width, names.length)}%` }}>
      {names.map((name, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several samples may be of one class.
        <span key={place}>{name}</span>
      ))}
    </div>
  );
}

type ViewRowProps = { values: Float32Array; shape: number[]; view: number; shown: number[] };

function ViewRow({ values, shape, view, shown }: ViewRowProps) {
  const t = useTexts(texts);
  return (
    <>
      <span className={classes.rowName}>{t.views.view({ n: view + 1 })}</span>
      <SampleStrip {...{ values, shape, shown }} />
    </>
  );
}
