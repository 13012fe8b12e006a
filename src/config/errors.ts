import { defineTexts } from "../i18n/message";

/** What is wrong with a config: of a field, of fields together, of an address. */
export const texts = defineTexts("errors.config", {
  nothing: "",
  line: "{path}: {problem}",
  lines: "{first}\n{other}",
  reasons: "{first}; {other}",

  noField: "there is no such field",
  noFieldNear: "there is no such field; did you mean {near}?",
  noPreset: 'there is no preset "{id}"; allowed are {allowed}',
  noFieldBut: "there is no such field; allowed are {allowed}",
  atLeast: "must be at least {limit}",
  atMost: "must be at most {limit}",
  oneOf: "must be one of {allowed}",
  whole: "must be a whole number",
  ofType: "must be of type {type}",
  trueOrFalse: "must be true or false",
  number: "must be a number",
  numberWithin: "must be a number from {low} to {high}",
  armLeftOut: '"{arm}" is left out: {reasons}',
  armField: "{path} {problem}",

  notLive: "A run cannot take over another {fields} while it goes on: start a new one for it.",

  noNegatives: "a batch of 1 has no negatives: the loss compares a sample with the others of its batch, so at least 2",
  colour: "a colour is written #rrggbb",

  fineTuneOff: "must be 0 while evaluation.every is 0, which turns every evaluation off",
  needsImages: "a {encoder} needs images; for points take {other}",
  neighbors: "must be at most evaluation.trainSamples ({limit})",
  batch: "must be at most dataset.samples ({samples}): a batch is drawn without replacement",
  batchBesideValidation:
    "must be at most {limit}, dataset.samples ({samples}) less those held out for validation: a batch is drawn without replacement",
  matchedByOwnSize:
    "{optimizer} divides a gradient by its own size, so that optimizer.matchGradientNorm would be cancelled; take sgd",
  matchedAlone:
    "gives the other arms' gradients the length of the first one's, and there is one arm; take false, or two arms",
  temperatureBounds: "must be at most temperatureRule.maximum ({limit})",
  queueSize:
    "must be 0 (no queue) or at least batchSize ({batchSize}): the keys of a whole batch enter it in each step",
  queueOfBatches:
    "must be 0 (no queue) where arms have batch sizes of their own: the keys of one batch size enter a queue in each step",
  essTarget:
    "must be above 1/{negatives}, the share of one of the {negatives} negatives in a batch of {batchSize}, below which no temperature goes; take a higher target, or a batchSize of at least {smallestBatch}",
  stopUnmeasured:
    "{metric} is not measured while {setting} is 0; take another stop.metric, or 0 for stop.target and stop.patience",
  stopTarget: "must be at most {limit}: {metric} cannot come to more",
  smallestBatch: "must be at least {limit} for {objective}: {reason}",
  precision:
    "must be float32 for {objective}: low precision is emulated for losses of similarities, and this one has none",
  ofObjective: "{objective} {problem}",
  temperature:
    "must be from temperatureRule.minimum to temperatureRule.maximum ({low} to {high}) where the temperature is {rule, select, learned {learned} other {controlled}}",
  noTemperature:
    "does not use the temperature; take fixed for this arm, or an objective of cosine / temperature such as infoNce",
  movingFloor:
    "has a floor that moves with the temperature whatever the similarities are, which their gradient does not show; take fixed for this arm, or infoNce",
  controlledByQueue:
    "cannot be controlled: the controller measures the negatives of a batch, and the loss takes its own from a queue; take learned or scheduled, or queue.size 0",
  otherNegatives:
    "cannot be controlled: the controller measures the negatives among all views of a batch, and the loss has others; take learned or scheduled, or infoNce or flatNce",
  noQueue: "{objective} cannot take its negatives from a queue: {reason}; take infoNce or flatNce, or queue.size 0",
  queueOfPairs: "it is a loss of the similarities within a batch",
  queueOfEmbeddings: "it is a loss of the embeddings of a batch, without negatives",
  queueOfLabels: "it compares no embeddings at all",
  queueOfMemory:
    "its averages over many batches are of the negatives of a batch, and a queue brings those of many batches itself",
  queueOfVectors: "a queue holds unit vectors, compared by cosine / temperature",
  queueOfViews: "which views of a batch are its negatives is what defines it, and a queue has none of them",
  foreignOption: "{objective} has no such option; it belongs to {owners}",
  noPhi: "{objective} is no function to be typed; take custom for that",
  phi: "{problem} (at character {at} of {phi})",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.config": typeof texts;
  }
}
