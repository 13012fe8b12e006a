import { type Said, say } from "../../../i18n/message";
import type { LabeledSet, LabeledSets } from "../../assembly/labeled";
import type { Interpretation } from "../../interpretation/schema";
import { texts as tableTexts } from "../../interpretation/texts";
import { Counter } from "../../report/counter";
import type { ReadingReport } from "../../report/report";
import type { ArrangedArrays, ArrayPair } from "./arrange";
import { texts } from "./errors";
import { featuresOf } from "./features";
import { imagesOf, layoutOfRows, levelsOf } from "./images";
import { classesOf } from "./labels";
import type { NumpyPiece } from "./pieces";
import { splitBy } from "./split";

type Parts = Pick<ArrangedArrays, "train" | "test">;

/** The numbers of arrays as data sets have them, and what is said of that. */
export function setsOfPairs(parts: Parts, wish: Interpretation): LabeledSets & { notes: Said[] } {
  const { train, test } = parts;
  const { sets, notes } = labeledSets(parts, wish);
  const labels = train.labels ? { labels: say(texts.labels, { name: train.labels.array.title }) } : {};
  const { second } = train;
  const twins = second ? [say(tableTexts.twoViews, { name: train.samples.name, other: second.name })] : [];
  if (!train.split) return { ...sets, report: labels, notes: [...notes, ...twins] };
  const { unused, ...own } = splitBy(sets.train, train.split);
  const held = own.test ?? sets.test;
  const others = unused + (own.test && test ? test.samples.count : 0);
  const report = { ...labels, ...splitReport(own.train.count + (held?.count ?? 0), others, train, wish) };
  return { train: own.train, test: held, report, notes: [...notes, ...twins] };
}

function splitReport(
  taken: number,
  unused: number,
  { samples, split }: ArrayPair,
  { columns = [] }: Interpretation,
): ReadingReport {
  const column = split!.array.title;
  const reason = columns.some(({ name }) => name === column) ? tableTexts.said : tableTexts.split;
  const counter = new Counter(samples.kind === "images" ? "images" : "rows").take(taken);
  return {
    samples: counter.leave(tableTexts.validation, [], unused).tally,
    split: say(tableTexts.splitBy, { column, reason }),
  };
}

function labeledSets(
  { train, test }: Parts,
  wish: Interpretation,
): { sets: Pick<LabeledSets, "train" | "test">; notes: Said[] } {
  const classes = classesOf([train.labels, test?.labels ?? null]);
  const isImages = train.samples.kind === "images";
  const layout = train.samples.areRows ? layoutOfRows(train.samples, wish.pictures) : null;
  const levels = isImages ? levelsOf([train, ...(test ? [test] : [])].map(({ samples }) => samples.array)) : null;
  const labeled = ({ samples, second, labels }: ArrayPair): LabeledSet => ({
    name: samples.name,
    kind: isImages ? "images" : "features",
    shape: layout ? [layout.height, layout.width, layout.channels] : samples.shape,
    count: samples.count,
    values: levels ? imagesOf(samples, levels, layout) : rowsOf(samples),
    labels: labels && classes.indices(labels),
    classNames: classes.names,
    ...(second && { second: rowsOf(second) }),
  });
  return { sets: { train: labeled(train), test: test && labeled(test) }, notes: levels?.note ? [levels.note] : [] };
}

function rowsOf({ name, array, count, shape }: NumpyPiece): Float32Array {
  return featuresOf({ name, array, count, size: shape[0]! });
}
