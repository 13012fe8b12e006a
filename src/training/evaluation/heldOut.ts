import type { ExperimentConfig } from "../../config/schema";
import { bankOf, subset } from "../../data/split";
import type { Dataset } from "../../data/types";
import { permuted } from "../../engine/batchOrder";
import { PURPOSE } from "../../engine/random";
import type { Cohort } from "../cohort";
import { type EmbeddedSamples, type EvaluationResult, EvaluationSet, evaluate } from "./evaluation";
import { type ContinueTraining, type FineTunedMetrics, measureFineTuned } from "./fineTuning";

/** The samples on which learners are measured: a fixed choice, the same for all learners and all steps. */
export class HeldOut {
  private readonly dataset: Dataset;
  private readonly options: ExperimentConfig["evaluation"];
  /** Samples whose labels kNN and the linear probe may see. */
  private readonly bank: EvaluationSet;
  private readonly queries: EvaluationSet;
  /** Of the queries in the test split. */
  private readonly indices: Int32Array;

  constructor(dataset: Dataset, config: ExperimentConfig) {
    const { bank, queries } = evaluatedSamples(dataset, config);
    this.dataset = dataset;
    this.options = config.evaluation;
    this.bank = new EvaluationSet(bankOf(dataset), dataset.shape, bank);
    this.indices = queries;
    this.queries = new EvaluationSet(dataset.test, dataset.shape, this.indices);
  }

  /** The first held-out samples as the training split of a data set, from which batches can be drawn. */
  asTraining(limit: number): Dataset {
    const { dataset, indices } = this;
    return { ...dataset, train: subset(dataset.test, indices.subarray(0, limit)) };
  }

  evaluate(cohort: Cohort): Promise<EvaluationResult> {
    return evaluate(cohort, this.bank, this.queries, this.dataset, this.options);
  }

  /** What each learner reaches after fine-tuning; null where the config does without, or it was called off. */
  async fineTune(cohort: Cohort, continueTraining: ContinueTraining): Promise<FineTunedMetrics | null> {
    return this.options.fineTune.steps > 0
      ? measureFineTuned(cohort, this.dataset, this.queries, continueTraining)
      : null;
  }

  /** Embeds the first held-out samples, for the embedding view; labels are null where the data has none. */
  async embed(cohort: Cohort, limit: number): Promise<EmbeddedSamples & { labels: Uint8Array | null }> {
    const labels = this.queries.labels?.slice(0, limit) ?? null;
    return { ...(await this.queries.embed(cohort, limit)), labels };
  }

  dispose(): void {
    this.bank.dispose();
    this.queries.dispose();
  }
}

/** The samples by which a run is evaluated: those whose labels kNN and the probe may see, and those of the test split that they are asked about. */
export function evaluatedSamples(
  dataset: Dataset,
  { seed, evaluation: { trainSamples, testSamples } }: ExperimentConfig,
): Record<"bank" | "queries", Int32Array> {
  const bank = choose(trainSamples, bankOf(dataset).count, seed, 0);
  return { bank, queries: choose(testSamples, dataset.test.count, seed, 1) };
}

/** `wanted` samples of 0..count-1, or all of them, without replacement. */
function choose(wanted: number, count: number, seed: number, part: number): Int32Array {
  const key = { seed, epoch: part, purpose: PURPOSE.evaluation };
  return Int32Array.from({ length: Math.min(wanted, count) }, (_, index) => permuted(index, count, key));
}
