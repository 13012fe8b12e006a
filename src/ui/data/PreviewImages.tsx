import { useMediaQuery } from "@mantine/hooks";
import type { ViewsPreview } from "../../worker/protocol";
import { panelWords } from "../words/dataPanel";
import classes from "./data.module.css";
import { gapShare, SampleStrip } from "./SampleStrip";

const words = panelWords.views;

interface PreviewImagesProps {
  views: ViewsPreview;
  classNames: string[];
}

/** Samples in columns: each as it is, and below it its two views. */
export function PreviewImages({ views, classNames }: PreviewImagesProps) {
  const isPhone = useMediaQuery("(max-width: 720px)");
  const { count } = views.pairs;
  const perBlock = isPhone ? 4 : count;
  const blocks = Array.from({ length: Math.ceil(count / perBlock) }, (_, block) => block * perBlock);
  return (
    <div className={classes.blocks} role="img" aria-label={words.describe(count)}>
      {blocks.map((first) => (
        <Block key={first} {...{ views, classNames, first }} count={Math.min(perBlock, count - first)} />
      ))}
    </div>
  );
}

function Block({ views, classNames, first, count }: PreviewImagesProps & { first: number; count: number }) {
  const { samples, labels, pairs } = views;
  const { values, shape } = pairs;
  const places = Array.from({ length: count }, (_, i) => first + i);
  return (
    <div className={classes.block}>
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
