import { defineTexts } from "../i18n/message";

/** What can happen to the training worker. */
export const texts = defineTexts("errors.worker", {
  noRun: "There is no run that could be changed.",
  nothingToExtract: "There is no run whose embeddings could be saved.",
  replacedMeanwhile: "Another run took the place of the one whose embeddings were being saved.",
  ended: "The training worker ended.",
  threw: "The training worker broke: {reason}.",
  silent: "The training worker has not answered for {seconds, number} seconds.",
  wentOn: "{cause} Another one goes on from step {step, number}; nothing that was measured is missing.",
  wentElsewhere:
    "{cause} From step {step, number} on the run computes on {backend}; nothing that was measured is missing.",
  labWentOn: "{cause} Another one goes on with what was measured.",
  gaveUp:
    "{cause} It was so three times within a minute, and is not tried again. What was measured is kept; a reload offers to go on with it.",
  notLoaded: "Either the connection failed, or there is a new version of the page, which a reload brings.",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.worker": typeof texts;
  }
}
