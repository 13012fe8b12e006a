import { defineTexts } from "../i18n/message";

/** What lists group the objectives by, in their order; an objective names its group, and its place there. */
export const OBJECTIVE_GROUPS = defineTexts("objectiveGroups", {
  subject: "InfoNCE to FlatNCE",
  batch: "Contrast within a batch",
  estimators: "Estimators of information",
  margins: "Margins",
  withoutNegatives: "Without contrast to negatives",
  ceiling: "Ceiling",
});

export type ObjectiveGroupId = keyof typeof OBJECTIVE_GROUPS;

/** Over those that name no group. */
export const OTHERS = defineTexts("otherObjectives", { title: "Others" });

declare module "../i18n/message" {
  interface TextRooms {
    objectiveGroups: typeof OBJECTIVE_GROUPS;
    otherObjectives: typeof OTHERS;
  }
}
