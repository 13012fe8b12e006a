import { defineTexts } from "../../i18n/message";

/** What is said of a control that cannot be used. */
export const texts = defineTexts("panels", {
  locked: "Locked: whoever made this page or link wants it to stay as it is.",
  lockedName: "{name} is locked: whoever made this page or link wants it to stay as it is.",
  lockedData: "This page keeps the data that it has: whoever made it, or the link to it, has locked them.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    panels: typeof texts;
  }
}
