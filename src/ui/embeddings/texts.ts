import { defineTexts } from "../../i18n/message";

/** The dialog in which embeddings become a file. */
export const texts = defineTexts("embeddings", {
  title: "Embeddings as a file",
  about:
    "What a learner makes of the samples, for use elsewhere: scikit-learn, pandas, a t-SNE. All of it is of one step; a run that trains goes on meanwhile.",
  arm: "Arm",
  seed: "Seed",
  split: "Samples",
  splits: {
    train: "Training",
    bank: "With labels, for measuring",
    validation: "Validation, held out",
    test: "Test, held out",
  },
  counted: "{split} ({count, number})",
  unseen: "The run is measured on its validation samples: it has not looked at these.",
  embedding: "Embedding",
  embeddings: { h: "h, before the projection", z: "z, after it", both: "Both" },
  format: "File",
  formats: { csv: "CSV", npz: "NPZ", npy: "NPY", parquet: "Parquet" },
  bare: "One array of numbers: nothing goes along.",
  along: "Goes along",
  labels: "Labels and names of classes",
  index: "Place of each sample",
  predictions: "Predictions of kNN and linear probe",
  unlabeled: "This data has no labels to learn from: there are no predictions.",
  save: "Save file",
  saving: "Saving, {percent}",
  cancel: "Cancel",
  saved: "Saved {count, plural, one {1 sample} other {# samples}} of step {step}: {file}",
  canceled: "Canceled. Nothing was saved.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    embeddings: typeof texts;
  }
}
