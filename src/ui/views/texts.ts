import { defineTexts } from "../../i18n/message";

/** What the pictures of the learners say. */
export const texts = defineTexts("views", {
  title: "Views",
  embedding: "Embedding",
  embeddingGuide:
    "Held-out samples, coloured by class. A 2-D embedding is shown as it is, on the circle; otherwise its two main directions. Ringed dots are anchors: press one to look at it alone.",
  circle: "the circle itself",
  pca: "PCA, {percent} of variance",
  pairs: "Augmented pairs",
  pairsGuide:
    "Random augmentations of the same training sample, as the learners see them. Matching them is the whole task.",
  enlarged: "The distance between two views is drawn {times} times as large.",
  similarity: "Similarity",
  similarityGuide:
    "Cosine between the views of a few held-out samples, the same ones all through a run: first views, then second views. Press a row to look at its sample alone. The two bright off-diagonal lines are the positives.",
  similarityRange: ["-1", "0", "1"],
  waiting: "Appears once a run is prepared.",
  /** In the place of a picture of a run that was opened. */
  notKept: "Of a past run only its curves are kept, not its weights, so there is no picture of its embedding.",
  describeEmbedding:
    "Embedding of {count, plural, one {1 held-out sample} other {# held-out samples}} by {label}: {how}.",
  describePairs: "{count, plural, one {1 pair} other {# pairs}} of augmented views.",
  describeSimilarity: "{label}: mean cosine of positives {positive}, of negatives {negative}.",
  positives: "positives",
  negatives: "negatives",
  step: "step {step}",
});

declare module "../../i18n/message" {
  interface TextRooms {
    views: typeof texts;
  }
}
