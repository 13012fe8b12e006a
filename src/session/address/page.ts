import { type ConfigError, configError } from "../../config/configError";
import { say } from "../../i18n/message";
import { LAB_IDS, type LabId } from "../../labs";
import { CHAPTER_IDS, type ChapterId, numberOf } from "../learn/chapters";
import { texts } from "./errors";
import type { AddressPart } from "./part";

/** What the page shows: the Race, the chapters, or a lab. */
export type Page = "race" | "learn" | LabId;

/** The lab that a page is; null where it is none. */
export function labOf(page: Page): LabId | null {
  return page === "race" || page === "learn" ? null : page;
}

const LAB = "lab";
const LEARN = "learn";

/** `lab=precision` opens a lab, `learn=3` a chapter. */
export const pagePart: AddressPart<Page> = {
  owns: (key) => key === LAB || key === LEARN,
  read: (entries, errors) => (entries.has(LEARN) ? "learn" : readLab(entries.get(LAB), errors)),
  write: (page) => {
    const lab = labOf(page);
    return lab ? [[LAB, lab]] : [];
  },
};

function readLab(id: string | undefined, errors: ConfigError[]): Page {
  const page = LAB_IDS.find((lab) => lab === id);
  if (id !== undefined && !page) errors.push(configError(LAB, say(texts.noLab, { id, allowed: LAB_IDS.join(", ") })));
  return page ?? "race";
}

/** The chapter that the address asks for, by its number; null where it asks for another page. */
export const chapterPart: AddressPart<ChapterId | null> = {
  owns: (key) => key === LEARN,
  read: (entries, errors) => {
    const text = entries.get(LEARN);
    return text === undefined ? null : readChapter(text, errors);
  },
  write: (chapter) => (chapter ? [[LEARN, String(numberOf(chapter))]] : []),
};

/** `learn` alone is the first chapter. */
function readChapter(text: string, errors: ConfigError[]): ChapterId {
  const chapter = CHAPTER_IDS.find((id) => String(numberOf(id)) === text);
  if (!chapter && text !== "") errors.push(configError(LEARN, say(texts.whole, { low: 1, high: CHAPTER_IDS.length })));
  return chapter ?? CHAPTER_IDS[0];
}
