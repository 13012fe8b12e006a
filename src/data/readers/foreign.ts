import { type Said, say } from "../../i18n/message";
import { texts } from "./errors";
import { hasEnding } from "./pickedFiles";

/**
 * Documents that people drop beside, or in place of, a data set. Several are ZIP archives inside, which says nothing to whoever
 * dropped them, and pictures in them are no samples: they are told by their names.
 */
const DOCUMENTS: Readonly<Record<Kind, readonly string[]>> = {
  workbook: [".xlsx", ".xls", ".xlsm", ".ods", ".numbers"],
  text: [".docx", ".doc", ".odt", ".rtf", ".pages", ".epub"],
  slides: [".pptx", ".ppt", ".odp", ".key"],
  pdf: [".pdf"],
};

type Kind = "workbook" | "text" | "slides" | "pdf";

/** What a file is that is no data set, and what to bring instead; null where its name does not say. */
export function foreignDocument(name: string): Said | null {
  const kinds = Object.keys(DOCUMENTS) as Kind[];
  const kind = kinds.find((candidate) => hasEnding(name, DOCUMENTS[candidate]));
  return kind ? say(texts.document, { name, kind }) : null;
}
