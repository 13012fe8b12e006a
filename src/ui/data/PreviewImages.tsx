import type { ViewsPreview } from "../../worker/protocol";
import { panelWords } from "../words/dataPanel";
import classes from "./data.module.css";
import { gapShare, SampleStrip } from "./SampleStrip";

const words = panelWords.views;

interface PreviewImagesProps {
  views: ViewsPreview;
  classNames: string[];
  /** Samples to show, the first ones. */
  most: number;
}

/** Samples in columns: each as it is, and below it its two views. */
export function PreviewImages({ views: { samples, labels, pairs }, classNames, most }: PreviewImagesProps) {
  const { values, shape } = pairs;
  const places = Array.from({ length: Math.min(most, pairs.count) }, (_, i) => i);
  return (
    <div className={classes.images} role="img" aria-label={words.describe(places.length)}>
      {labels && <Captions names={places.map((place) => classNames[labels[place]!] ?? "")} width={shape[1] ?? 1} />}
      <span className={classes.rowName}>{words.sample}</span>
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
  return (
    <>
      <span className={classes.rowName}>{words.view(view + 1)}</span>
      <SampleStrip {...{ values, shape, shown }} />
    </>
  );
}
