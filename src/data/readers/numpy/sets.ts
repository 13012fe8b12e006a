import { type Said, say } from "../../../i18n/message";
import type { LabeledSets } from "../../assembly/labeled";
import type { Interpretation } from "../../interpretation/schema";
import { texts as tableTexts } from "../../interpretation/texts";
import { Counter } from "../../report/counter";
import type { ReadingReport } from "../../report/report";
import { texts as reportTexts } from "../../report/texts";
import type { ArrangedArrays, ArrayPair } from "./arrange";
import { texts } from "./errors";
import { featuresOf } from "./features";
import { imagesOf, layoutOfRows, levelsOf } from "./images";
import { classesOf } from "./labels";
import type { NumpyPiece } from "./pieces";
import { type SplitSet, splitBy } from "./split";
import { type ReadSet, type ReadSets, takenApart } from "./unlabeled";

type Parts = Pick<ArrangedArrays, "train" | "test" | "unlabeled">;

/** The numbers of arrays as data sets have them, and what is said of that. */
export function setsOfPairs(parts: Parts, wish: Interpretation): LabeledSets & { notes: Said[] } {
  const { train, test, unlabeled } = parts;
  const { sets, notes } = labeledSets(parts, wish);
  const labels = train.labels ? { labels: say(texts.labels, { name: train.labels.array.title }) } : {};
  const { second } = train;
  const twins = second ? [say(tableTexts.twoViews, { name: train.samples.name, other: second.name })] : [];
  const parted = train.split ? splitBy(sets.train, train.split) : null;
  const part = unlabeled?.array.title ?? (parted?.unlabeled ? `${train.split!.array.title} = unlabeled` : null);
  const apart = takenApart({ ...sets, ...(parted && partsOf(sets, parted)) }, part, wish);
  const others = parted ? parted.unused + (parted.test && test ? test.samples.count : 0) : 0;
  const besides = sets.unlabeled && parted?.unlabeled ? parted.unlabeled.count : 0;
  const samples = new Counter(train.samples.kind === "images" ? "images" : "rows", apart.samples);
  return {
    ...apart.sets,
    report: {
      ...labels,
      samples: samples.leave(tableTexts.validation, [], others).leave(reportTexts.left.noClass, [], besides).tally,
      ...(train.split && splitReport(train.split, wish)),
    },
    notes: [...notes, ...twins, ...apart.notes],
  };
}

/** What an array says of the parts, beside what the other arrays are. */
function partsOf(sets: ReadSets, { train, test, unlabeled }: SplitSet): ReadSets {
  return { train, test: test ?? sets.test, unlabeled: sets.unlabeled ?? unlabeled };
}

function splitReport({ array: { title: column } }: NumpyPiece, { columns = [] }: Interpretation): ReadingReport {
  const reason = columns.some(({ name }) => name === column) ? tableTexts.said : tableTexts.split;
  return { split: say(tableTexts.splitBy, { column, reason }) };
}

function labeledSets({ train, test, unlabeled }: Parts, wish: Interpretation): { sets: ReadSets; notes: Said[] } {
  const classes = classesOf([train.labels, test?.labels ?? null], wish);
  const bare = unlabeled && { samples: unlabeled, labels: null, second: null, split: null };
  const isImages = train.samples.kind === "images";
  const layout = train.samples.areRows ? layoutOfRows(train.samples, wish.pictures) : null;
  const levels = isImages
    ? levelsOf([train, ...(test ? [test] : []), ...(bare ? [bare] : [])].map(({ samples }) => samples.array))
    : null;
  const labeled = ({ samples, second, labels }: ArrayPair): ReadSet => ({
    name: samples.name,
    kind: isImages ? "images" : "features",
    shape: layout ? [layout.height, layout.width, layout.channels] : samples.shape,
    count: samples.count,
    values: levels ? imagesOf(samples, levels, layout) : rowsOf(samples),
    labels: labels && classes.indices(labels),
    missing: labels && classes.missing(labels),
    classNames: classes.names,
    ...(second && { second: rowsOf(second) }),
  });
  const sets = { train: labeled(train), test: test && labeled(test), unlabeled: bare && labeled(bare) };
  return { sets, notes: levels?.note ? [levels.note] : [] };
}

function rowsOf({ name, array, count, shape }: NumpyPiece): Float32Array {
  return featuresOf({ name, array, count, size: shape[0]! });
}
