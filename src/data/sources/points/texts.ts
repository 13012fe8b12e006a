import { defineTexts } from "../../../i18n/message";

/** What a data set of points is called. */
export const texts = defineTexts("data.points", {
  title: "{layout}, {classes, plural, one {1 class} other {# classes}}",
  layouts: { rings: "Rings", moons: "Moons", gaussians: "Gaussian clusters" },
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "data.points": typeof texts;
  }
}
