import { defineTexts } from "../../i18n/message";

/** What is wrong with the address of a frame, or with what its host says. */
export const texts = defineTexts("errors.embed", {
  anyOrigin: '"{origin}" is not accepted: name the origin of each page that may speak to the frame',
  noOrigin: '"{origin}" is no origin, which is like https://example.org, without a path',
  unknown: "There is no such message, or it is not of version {version}. {details}",
  notSet: "The settings were left as they were. {problems}",
  noMetric: 'There is no metric "{id}"; there are {allowed}.',
  notStarted: "The run could not be started.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.embed": typeof texts;
  }
}
