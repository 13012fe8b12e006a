import * as tf from "@tensorflow/tfjs";
import { it } from "vitest";
import { type LabelFreeId, OBJECTIVES, type ObjectiveId, settingsOf } from "../../src/objectives";
import type { ObjectiveOption } from "../../src/objectives/types";
import { NO_STATE } from "../../src/ops/head/state";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { type Matrix, numericalGradient, pseudoRandom, randomMatrix } from "../support/float64";
import { expectGradient } from "../support/gradient";
import { type Batch, LOSSES } from "../support/losses";
import { evaluate, headArm, LABEL_FREE_IDS, type Settings } from "../support/objectives";

/** B, D, temperature and what the random embeddings begin from. */
type Draw = readonly [batch: number, size: number, temperature: number, seed: number];

const DRAWS: readonly Draw[] = [
  [2, 3, 0.1, 1],
  [3, 5, 0.07, 2],
  [4, 2, 0.5, 3],
  [5, 9, 0.2, 4],
  [7, 4, 0.02, 5],
];

/** Logits of 50 stand for e^50 in some losses, and their rounding is multiplied by as much. */
const TOLERANCE = 3e-5;

/** Multiples of xi, which reaches e^100 at temperature 0.02. */
const OF_XI_ITSELF: ReadonlySet<ObjectiveId> = new Set(["xi", "flo"]);

/** Their value is 1 whatever the batch. */
const WITHOUT_VALUE: ReadonlySet<ObjectiveId> = new Set(["flatNce", "flatNceOneWay"]);

async function expectDefinition(id: LabelFreeId, draw: Draw, settings: Settings = {}): Promise<void> {
  const [size, dimensions, temperature, seed] = draw;
  const z = randomMatrix(2 * size, dimensions, pseudoRandom(seed));
  const { options } = settingsOf({ objective: id, ...settings });
  const learned = [0.3, -0.2].slice(0, OBJECTIVES[id].learned);
  const batch = batchOf(z, { temperature, options, learned });
  const loss = (changed: Partial<Batch>) => LOSSES[id]({ ...batch, ...changed }, batch);
  const state = { ...NO_STATE, learned: tf.tensor3d([[[0, ...learned]]]) };
  const outcome = evaluate(headArm(id, 1, "float32", settings), [z], temperature, state);

  if (!WITHOUT_VALUE.has(id)) await expectAllclose(outcome.value, loss({}), { rtol: TOLERANCE, atol: 1e-5 });
  await expectGradient(
    outcome.gradient,
    numericalGradient((x) => loss(batchOf(x, batch)), z),
    TOLERANCE,
  );
  const atNumbers = ([logInverse = 0, ...numbers]: number[] = []) =>
    loss({ temperature: temperature * Math.exp(-logInverse), learned: numbers });
  const ofNumbers = numericalGradient(([row]) => atNumbers(row), [[0, ...learned]]);
  await expectAllclose(outcome.learned!, ofNumbers, { rtol: 1e-4, atol: 2e-5 });
}

/** First and second views, stacked, as a batch. */
function batchOf(z: Matrix, rest: Omit<Batch, "first" | "second">): Batch {
  return { ...rest, first: z.slice(0, z.length / 2), second: z.slice(z.length / 2) };
}

/** Every option of the objective, away from its default. */
function otherSettings(id: ObjectiveId): Settings {
  const options = Object.entries<ObjectiveOption>(OBJECTIVES[id].options);
  return Object.fromEntries(options.map(([name, o]) => [name, o.default + 0.3 * (o.maximum - o.default)]));
}

/** Whether the objective makes sense for the batch, and its exponentials fit into float32 at the temperature. */
function suits(id: ObjectiveId, [batch, , temperature]: Draw): boolean {
  return batch >= (OBJECTIVES[id].smallestBatch?.size ?? 2) && !(OF_XI_ITSELF.has(id) && temperature < 0.05);
}

describeOnEachBackend("gradients of objectives, against float64 differences of their definitions", () => {
  it.each(LABEL_FREE_IDS)("%s", async (id) => {
    for (const draw of DRAWS) if (suits(id, draw)) await expectDefinition(id, draw);
  });

  it.each(LABEL_FREE_IDS.filter((id) => Object.keys(OBJECTIVES[id].options).length > 0))(
    "%s, with its options away from their defaults",
    async (id) => {
      await expectDefinition(id, [5, 4, 0.3, 7], otherSettings(id));
    },
  );
}, ["cpu"]);

describeOnEachBackend("gradients of objectives on a device", () => {
  it.each(LABEL_FREE_IDS)("%s", async (id) => {
    // An odd batch of an odd size: WebGL packs four numbers together, two by two.
    await expectDefinition(id, [5, 7, 0.15, 6]);
  });
});
