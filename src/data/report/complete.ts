import { type Said, say } from "../../i18n/message";
import type { HeldOut } from "../assembly/heldOut";
import { knownOf } from "../assembly/heldOut";
import type { LabeledSets } from "../assembly/labeled";
import { bankOf } from "../split";
import type { Dataset } from "../types";
import { bounded } from "./bounds";
import { Counter } from "./counter";
import type { DataReport, Tally } from "./report";
import { suspicionsOf } from "./suspicions";
import { texts } from "./texts";

/** What the reader found, with what became of it when the data set was made. */
export function reportOf(dataset: Dataset, sets: LabeledSets, { split, aside }: HeldOut): DataReport {
  const { report = {} } = sets;
  return bounded({
    sources: report.sources ?? [],
    samples: samplesOf(dataset, sets, aside),
    labels: labelsOf(dataset, sets),
    ...bankIn(dataset, sets),
    split,
    notes: report.notes ?? [],
    suspicions: [...(report.suspicions ?? []), ...suspicionsOf(dataset)],
  });
}

function samplesOf(dataset: Dataset, { train, bank, test, report }: LabeledSets, aside: HeldOut["aside"]): Tally {
  const of = train.kind === "images" ? "images" : "rows";
  const read = train.count + (bank?.count ?? 0) + (test?.count ?? 0);
  const counter = new Counter(of, report?.samples ?? new Counter(of).take(read).tally);
  if (aside) counter.drop(aside.why, aside.name, aside.count);
  const used = dataset.train.count + (dataset.bank?.count ?? 0) + dataset.test.count;
  return counter.drop(texts.left.notNeeded, [], read - (aside?.count ?? 0) - used).tally;
}

function bankIn({ bank, train }: Dataset, sets: LabeledSets): Pick<DataReport, "bank"> {
  if (!bank || !sets.bank) return {};
  return { bank: say(texts.bank, { bank: bank.count, train: train.count, reason: sets.bank.reason }) };
}

function labelsOf(dataset: Dataset, sets: LabeledSets): Said {
  if (!knownOf(sets).labels) return sets.report?.labels ?? texts.labels.none;
  return bankOf(dataset).labels ? (sets.report?.labels ?? texts.labels.given) : texts.labels.one;
}
