import { type ConfigError, configError } from "../../config/configError";
import { say } from "../../i18n/message";
import { LAB_IDS, type LabId } from "../../labs";
import { texts } from "./errors";
import type { AddressPart } from "./part";

/** What the page shows: the Race, or a lab. */
export type Page = "race" | LabId;

const KEY = "lab";

/** `lab=precision` opens a lab. */
export const pagePart: AddressPart<Page> = {
  owns: (key) => key === KEY,
  read: (entries, errors) => readPage(entries.get(KEY), errors),
  write: (page) => (page === "race" ? [] : [[KEY, page]]),
};

function readPage(id: string | undefined, errors: ConfigError[]): Page {
  const page = LAB_IDS.find((lab) => lab === id);
  if (id !== undefined && !page) errors.push(configError(KEY, say(texts.noLab, { id, allowed: LAB_IDS.join(", ") })));
  return page ?? "race";
}
