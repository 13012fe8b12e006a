import { defineTexts } from "../../i18n/message";

/** What the pictures of the learners say. */
export const texts = defineTexts("views", {
  title: "Views",
  pairs: "Augmented pairs",
  pairsGuide:
    "Random augmentations of the same training sample, as the learners see them. Matching them is the whole task.",
  enlarged: "The distance between two views is drawn {times} times as large.",
  chosenPairs:
    "Outlined: {count, plural, one {the held-out sample that is} other {held-out samples that are}} chosen in the embedding.",
  similarity: "Similarity",
  similarityGuide:
    "Cosine between the views of a few held-out samples, the same ones all through a run: first views, then second views. Press a row to look at its sample alone. The two bright off-diagonal lines are the positives.",
  similarityRange: ["-1", "0", "1"],
  waiting: "Appears once a run is prepared.",
  /** In the place of a picture of a run that was opened. */
  notKept: "Of a past run only its curves are kept, not its weights, so there is no picture of its embedding.",
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
