import { textsOf } from "../../i18n/message";
import { translate } from "../../i18n/translate";
import { LAB_IDS, LABS } from "../../labs";
import type { Page } from "../../session/address/page";
import { texts } from "./texts";

/** The pages, in the order of their tabs. */
export const PAGES: readonly Page[] = ["race", "learn", ...LAB_IDS];

/** What a page is called. */
export function pageName(page: Page): string {
  return translate(page === "race" || page === "learn" ? texts.pages[page] : textsOf("labs", LABS[page]).name);
}
