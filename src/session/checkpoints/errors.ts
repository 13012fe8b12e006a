import { defineTexts } from "../../i18n/message";

/** Why there is no checkpoint, or a run cannot go on from one. */
export const texts = defineTexts("errors.checkpoints", {
  noRun: "There is no run to make a checkpoint of.",
  notKept: "No checkpoint is kept of the run {id}.",
  elsewhere: "The run {id} is open in another tab: go on there, or close that tab first.",
  otherAdapter: "It was trained on {before}, and goes on on {now}: no longer to the bit what it would have been.",
  noFiles:
    "The run was trained on your files {name}, which are not here any more: bring them back (drop or choose them), then open the checkpoint again.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.checkpoints": typeof texts;
  }
}
