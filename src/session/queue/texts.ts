import { defineTexts } from "../../i18n/message";

/** What the queue says of itself. */
export const texts = defineTexts("queue", {
  through:
    "The queue is through: {trained, plural, one {1 experiment was} other {# experiments were}} trained{skipped, plural, =0 {} one {, 1 was left out} other {, # were left out}}.",
  replaced: "The queue waits: another run took the place of its own.",
  lesson: "A lesson is open: leave it to train the queue.",
  elsewhere: "Another tab trains the queue; what is changed here is changed there.",
  runElsewhere: "Its run is open in another tab: close it there, then try again.",
  noFiles: "It is of your files {name}, which are not here any more: bring them back, then try again.",
  canceled: "Its download was called off.",
  failed: "Its run broke.",
  notStarted: "It could not be started.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    queue: typeof texts;
  }
}
