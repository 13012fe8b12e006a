import { defineTexts } from "../i18n/message";

/** Why a branch cannot have a setting otherwise than the run that it leaves. */
export const texts = defineTexts("config.branch", {
  data: "the weights were trained on these samples, and accuracies before and after would be of different data",
  encoder: "the weights of the checkpoint are of this encoder",
  seeds: "weights, batches and views of each learner are of its seed",
  batch: "losses, their bound log(2B - 1) and the epochs of the steps before are of this batch size",
  queue: "the keys and their encoder in the checkpoint are of this queue",
  measured: "what was measured before would be another measurement under the same name",
  device: "it says what the run computes on, which the checkpoint is of",
  arms: "the checkpoint has weights for these arms; one more would be untrained beside them",
  ownNumbers: "its own numbers, trained beside the encoder, begin and end with {objective}",
});

declare module "../i18n/message" {
  interface TextRooms {
    "config.branch": typeof texts;
  }
}
