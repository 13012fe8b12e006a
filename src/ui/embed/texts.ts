import { defineTexts } from "../../i18n/message";

/** What a frame says, and the dialog that makes one. */
export const texts = defineTexts("embed", {
  play: "Play",
  /** Under the button of the poster. */
  trains: "Trains small neural networks in your browser. Nothing leaves it.",
  open: "Open in full",
  opens: "Open in full, in another tab",
  progress: "Step {step} of {steps}",
});

declare module "../../i18n/message" {
  interface TextRooms {
    embed: typeof texts;
  }
}
