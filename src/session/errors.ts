import { defineTexts } from "../i18n/message";

/** Why the page cannot do what it is asked. */
export const texts = defineTexts("errors.session", {
  notStarted: "The run could not be started.",
  replaced: "The run was replaced by another one before it ended.",
  failed: "The run failed.",
  lesson: "The lesson does not let a run go to its end yet.",
  canceled: "It was canceled on the page.",
  noRun: "There is no run yet.",
  noRecord: "There is no record yet: the run has not been prepared.",
  notMeasured: "Nothing was measured with these settings yet.",
  noLab: 'There is no lab "{id}"; there are {labs}.',
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.session": typeof texts;
  }
}
