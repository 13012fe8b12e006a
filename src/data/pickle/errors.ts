import { defineTexts } from "../../i18n/message";

/** What can be wrong with a pickle. */
export const texts = defineTexts("errors.pickle", {
  unknownName:
    "{name} names {called}, which pickles of plain arrays do not need: nothing in a pickle is run here. Save its arrays as NPZ.",
  unreadable: "{name} cannot be read as a pickle ({reason}). Save its arrays as NPZ.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.pickle": typeof texts;
  }
}
