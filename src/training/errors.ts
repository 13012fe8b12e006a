import { defineTexts } from "../i18n/message";

/** Why an experiment cannot be trained here, or a loss not be evaluated. */
export const texts = defineTexts("errors.training", {
  tooLarge:
    "{what} would take up {size, number} MB, but this device holds at most {most, number} MB in one piece. {remedy}",
  tooLargeInAll:
    "All of it would take up about {size, number} MB, but at most {most, number} MB are taken up here. {remedy}",
  largeUnasked: "It takes up about {size, number} MB, which a link alone does not take up.",
  largestBatch: "The largest batch size that fits is {batch}.",
  fewerLearners:
    "Take fewer seeds or arms (there {learners, plural, one {is 1 learner} other {are # learners}}), fewer samples, or a smaller encoder.",
  fewerLearnersOrKeys:
    "Take fewer seeds or arms (there {learners, plural, one {is 1 learner} other {are # learners}}), fewer samples, a shorter queue, or a smaller encoder.",
  similarities: "The similarities of a batch",
  views: "The views of a batch",
  activations: "The activations of a batch",
  patches: "The patches of a convolution",
  optimizer: "The optimiser's memory",
  queueSimilarities: "The similarities to the queue",
  queue: "The queue of keys",
  memory: "The memory of an objective",
  data: "The training data",
  fewSamples:
    "A batch of {batchSize} samples cannot be drawn from {count, plural, one {1 training sample} other {# training samples}}: choose a batch size of at most {count}.",
  noLabels:
    "{objective} is trained with labels, and this data has none: take labelled data, or another objective for that arm.",
  noSplit: 'The run has no split "{split}"; there are {splits}.',
  noLearner: "The run has no learner of arm {arm} and seed {seed}; arms are 0 to {arms}, seeds {seeds}.",
  labelsMeasure:
    "{objective} is trained with labels, and the training samples of this data have none; its labelled samples are for measuring. Leave the samples without labels out (dataset.interpretation.unlabeled: leaveOut), or take another objective for that arm.",
  fewerSteps: "The run is at step {done}: it cannot end at step {steps}.",
  noObjective: 'There is no objective "{id}"; there are {allowed}.',
  ofLabels: "{objective} is a loss of labels, not of embeddings: train an arm with it instead.",
  noEmbeddings: "z1 and z2 must be [B][D] arrays of finite numbers of one shape, with at least two samples.",
  noQueue: "queue must be an array [K][{size}] of finite numbers, with at least one key.",
  wrongCheck: "the self-check of {objective} gave {found} where {expected} is right",
  checkFailed: "the self-check failed: {reason}",
  noTemperature: "The temperature must be a positive number; it is {temperature}.",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.training": typeof texts;
  }
}
