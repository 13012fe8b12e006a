import * as tf from "@tensorflow/tfjs";
import { largestTensor } from "../../engine/backend";
import { readAndDispose } from "../../engine/readAndDispose";
import { chain, scaleByAdam, scaleByRate } from "../../ops/optimizer";
import type { LabContext } from "../types";
import { assertCriticFits, Critic } from "./critic";
import { estimates } from "./estimators";
import { type BatchOf, correlation, drawPairs } from "./gaussians";
import { criticLoss } from "./losses";
import { CRITIC_OBJECTIVES } from "./objectives";
import { type BoundConfig, type BoundRow, candidateCounts, miLevels } from "./schema";
import { Estimates } from "./summary";

/** Evaluations per level of the staircase. */
const EVALUATIONS = 12;
/** Fresh batches per evaluation. */
const FRESH = 16;

const STREAM = { training: 1, evaluation: 2 } as const;

/**
 * Trains a critic for each K, over a staircase of mutual informations that it climbs without starting over, and reads all
 * estimators off it as it goes. What was measured before is trained again, since it is a function of the seed, but not
 * measured again. Its unit of progress is an update.
 */
export async function measureTrained(config: BoundConfig, context: LabContext<BoundRow>): Promise<void> {
  const known = new Set(context.resumeFrom.map(({ k, step }) => `${k} ${step}`));
  const counts = candidateCounts(config);
  assertCriticFits(config, Math.max(...counts), largestTensor());
  const length = miLevels(config).length * config.steps;
  const finished = (k: number) => known.has(`${k} ${length}`);
  let done = length * counts.filter(finished).length;
  const total = length * counts.length;
  context.progress(done, total);
  for (const k of counts.filter((k) => !finished(k)))
    await climb(k, config, context, {
      isKnown: (step) => known.has(`${k} ${step}`),
      advanced: (updates) => {
        done += updates;
        context.progress(done, total);
      },
    });
}

interface Watch {
  isKnown(step: number): boolean;
  advanced(updates: number): void;
}

async function climb(k: number, config: BoundConfig, context: LabContext<BoundRow>, watch: Watch): Promise<void> {
  const trainer = new CriticTrainer(config);
  const stretch = Math.max(1, Math.floor(config.steps / EVALUATIONS));
  try {
    for (const [level, mi] of miLevels(config).entries())
      for (let within = 0; within < config.steps; ) {
        const updates = Math.min(stretch, config.steps - within);
        for (let i = 0; i < updates; i++) {
          await context.checkpoint();
          trainer.update(k, mi);
        }
        within += updates;
        const step = level * config.steps + within;
        if (!watch.isKnown(step)) context.emit((await trainer.evaluate(k, mi)).rows({ mi, k, step }));
        watch.advanced(updates);
      }
  } finally {
    trainer.dispose();
  }
}

const ADAM = chain([scaleByAdam({ beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }), scaleByRate()]);

/** A critic with its optimizer, on the current backend. */
class CriticTrainer {
  private readonly config: BoundConfig;
  private readonly critic: Critic;
  private readonly states: tf.Variable[][];
  private step = 0;

  constructor(config: BoundConfig) {
    this.config = config;
    this.critic = new Critic(config);
    this.states = this.critic.variables.map((variable) =>
      Array.from({ length: ADAM.slots }, () => tf.tidy(() => tf.variable(tf.zerosLike(variable)))),
    );
  }

  /** One update on a fresh batch of K pairs. */
  update(k: number, mi: number): void {
    const { objective, learningRate } = this.config;
    const { variables } = this.critic;
    const pairs = this.draw(k, mi, { seed: this.config.seed, stream: STREAM.training, index: this.step });
    tf.tidy(() => {
      const { grads } = tf.variableGrads(() => criticLoss(objective, this.critic.judge(pairs)), variables);
      const now = { step: this.step, rates: tf.scalar(learningRate) };
      variables.forEach((variable, i) => {
        const states = this.states[i] as tf.Variable[];
        const { update, state } = ADAM.apply(grads[variable.name] as tf.Tensor, states, variable, now);
        variable.assign(tf.sub(variable, update));
        for (const [slot, own] of states.entries()) own.assign(state[slot] as tf.Tensor);
      });
    });
    this.step++;
  }

  /** All estimators on batches that were not trained on. */
  async evaluate(k: number, mi: number): Promise<Estimates> {
    const seen = new Estimates();
    const { shift } = CRITIC_OBJECTIVES[this.config.objective];
    for (let i = 0; i < FRESH; i++) {
      const index = this.step * FRESH + i;
      const pairs = this.draw(k, mi, { seed: this.config.seed, stream: STREAM.evaluation, index });
      const judged = tf.tidy(() => {
        const { scores, u } = this.critic.judge(pairs);
        return u ? [scores, u] : [scores];
      });
      const [scores = [], u = null] = await Promise.all(judged.map(readAndDispose));
      seen.add(estimates({ scores, count: k, u, shift }));
    }
    return seen;
  }

  dispose(): void {
    this.critic.dispose();
    tf.dispose(this.states);
  }

  private draw(k: number, mi: number, batch: BatchOf) {
    const { dimensions } = this.config;
    return drawPairs(k, dimensions, correlation(mi, dimensions), batch);
  }
}
