import { defineTexts } from "../../../i18n/message";

/** What is said of several runs in one chart. */
export const texts = defineTexts("overlay", {
  title: "Behind it",
  ghost: "ghost: {name}",
  remove: "Draw {name} no more",
  left: "{n, plural, one {# more run is} other {# more runs are}} selected, but not drawn: more could not be told apart.",
  notInDifference: "Not drawn while the paired difference is.",
  notPlaced: "has no place on this x axis",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    overlay: typeof texts;
  }
}
