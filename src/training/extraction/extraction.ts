import { seedNumbers } from "../../config/seeds";
import { bankOf, subset } from "../../data/split";
import type { Dataset, Split } from "../../data/types";
import { problem } from "../../i18n/errors";
import { knnClassifier } from "../../metrics/math/knn";
import { linearProbe } from "../../metrics/math/linearProbe";
import { chosenRidge } from "../../metrics/math/ridgeSearch";
import type { Classifier, LabeledBank } from "../../metrics/types";
import type { Cohort } from "../cohort";
import { texts } from "../errors";
import { chunkSize, EvaluationSet } from "../evaluation/evaluation";
import { evaluatedSamples } from "../evaluation/heldOut";
import type { Trainer } from "../trainer";
import type { Inspected } from "../trainerOptions";
import type { LearnerCopy } from "./learnerCopy";
import { type NamedSplit, splitOf } from "./splits";
import type { ExtractedRows, ExtractionHead, ExtractionPart, ExtractionRequest } from "./types";

/** Classifiers that learned from the samples and labels that the run's own evaluation learns from. */
interface Classifiers {
  knn: Classifier;
  probe: Classifier;
}

/**
 * Embeddings of a whole split by one learner as it was at one step, a few samples at a time: no more of them is held than a forward
 * pass takes. Training may go on between the parts, and is not changed.
 */
export class Extraction {
  readonly head: ExtractionHead;
  private readonly learner: LearnerCopy;
  private readonly split: Split;
  private readonly shape: number[];
  private readonly evaluated: ReadonlySet<number>;
  private readonly classifiers: Classifiers | null;
  private done = 0;

  private constructor(
    head: ExtractionHead,
    learner: LearnerCopy,
    { split, evaluated }: NamedSplit,
    { shape, classifiers }: { shape: number[]; classifiers: Classifiers | null },
  ) {
    this.head = head;
    this.learner = learner;
    this.split = split;
    this.evaluated = new Set(evaluated);
    this.shape = shape;
    this.classifiers = classifiers;
  }

  /**
   * To be called between two steps: what comes later is of the learner as it is now.
   * @throws PlaygroundError where the run has no such learner or split
   */
  static async begin(inspected: Inspected, request: ExtractionRequest): Promise<Extraction> {
    const { cohort, dataset, step } = inspected;
    const { split: id, arm, seed, predictions } = request;
    const named = splitOf(inspected, id);
    const learner = await cohort.copyOf(learnerOf(cohort, arm, seed));
    try {
      const { labels, origin, count } = named.split;
      const sizes = await sizesOf(learner, dataset);
      const known = predictions ? await labeledBank(learner, dataset, cohort) : null;
      const head: ExtractionHead = {
        ...{ arm, seed, split: id, step, count, ...sizes },
        classNames: dataset.classNames,
        hasLabels: labels !== null,
        hasOrigin: origin !== undefined,
        predictions: known ? "made" : predictions ? "noLabels" : "notAsked",
      };
      const classifiers = known && classifiersOf(known, cohort);
      return new Extraction(head, learner, named, { shape: dataset.shape, classifiers });
    } catch (error) {
      learner.dispose();
      throw error;
    }
  }

  /** The next rows; null after the last. */
  async next(): Promise<ExtractedRows | null> {
    const { split, done: from, shape, classifiers, evaluated } = this;
    const count = Math.min(chunkSize(this.learner), split.count - from);
    if (count <= 0) return null;
    const indices = Int32Array.from({ length: count }, (_, row) => from + row);
    const { features, embeddings } = await encode(this.learner, split, shape, indices);
    this.done += count;
    const { labels, origin } = subset(split, indices);
    return {
      ...{ from, count, features, embeddings, labels },
      origin: (split.origin && origin) ?? null,
      evaluation: Uint8Array.from(indices, (index) => Number(evaluated.has(index))),
      knn: classifiers?.knn(features) ?? null,
      probe: classifiers?.probe(features) ?? null,
    };
  }

  dispose(): void {
    this.learner.dispose();
  }
}

/**
 * All that comes of an extraction, each part when it is asked for.
 * @param inspect has the run's learners looked at between two steps (`Trainer.inspect`)
 * @throws as `Extraction.begin`, and what `inspect` throws
 */
export async function* partsOf(
  inspect: Trainer["inspect"],
  request: ExtractionRequest,
): AsyncGenerator<ExtractionPart, void> {
  const extraction = await inspect((inspected) => Extraction.begin(inspected, request));
  try {
    yield { type: "head", head: extraction.head };
    for (;;) {
      const rows = await inspect(() => extraction.next());
      if (!rows) return;
      yield { type: "rows", rows };
    }
  } finally {
    extraction.dispose();
  }
}

function learnerOf({ config }: Cohort, arm: number, seed: number): number {
  const seeds = seedNumbers(config);
  const place = seeds.indexOf(seed);
  if (!config.arms[arm] || place < 0)
    throw problem(texts.noLearner, {
      arm: String(arm),
      arms: config.arms.length - 1,
      seed: String(seed),
      seeds: seeds.join(", "),
    });
  return arm * seeds.length + place;
}

/** Features [n, featureSize] and embeddings [n, embeddingSize] of some samples of a split. */
async function encode(learner: LearnerCopy, split: Split, shape: number[], indices: Int32Array) {
  const set = new EvaluationSet(split, shape, indices);
  try {
    const { features, featureSize, embeddings, embeddingSize } = await set.encode(learner);
    const [own = new Float32Array(), projected = new Float32Array()] = [features[0], embeddings[0]];
    return { features: own, featureSize, embeddings: projected, embeddingSize };
  } finally {
    set.dispose();
  }
}

async function sizesOf(learner: LearnerCopy, { train, shape }: Dataset) {
  const { featureSize, embeddingSize } = await encode(learner, train, shape, Int32Array.of(0));
  return { featureSize, embeddingSize };
}

/** What the run's own kNN and probe learn from; null where the data has no labels. */
async function labeledBank(learner: LearnerCopy, dataset: Dataset, { config }: Cohort): Promise<LabeledBank | null> {
  const { shape, classNames } = dataset;
  const known = bankOf(dataset);
  const { labels } = known;
  if (!labels) return null;
  const { bank } = evaluatedSamples(dataset, config);
  const { features, featureSize } = await encode(learner, known, shape, bank);
  const bankLabels = Uint8Array.from(bank, (index) => labels[index]!);
  return { bank: features, bankLabels, dimension: featureSize, classes: classNames.length };
}

function classifiersOf(known: LabeledBank, { config }: Cohort): Classifiers {
  const { knn, linearProbe: probe } = config.evaluation;
  const ridge = probe.search ? chosenRidge({ ...known, ridge: probe.ridge }) : probe.ridge;
  return { knn: knnClassifier(known, knn), probe: linearProbe(known, ridge) };
}
