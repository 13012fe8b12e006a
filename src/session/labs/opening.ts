import { saidOfErrors } from "../../config/configError";
import { problem, saidOf } from "../../i18n/errors";
import { type LabDocument, readLabDocument } from "../../labs/document";
import type { Playground } from "../playground";
import { texts } from "./texts";

/** Documents of labs that a user brings: what `npm run sweep` wrote, or what a page exported. */

/** Characters at the beginning of a file that are looked at. */
const LOOKED_AT = 400;
const BEGINNING = /^\s*\{\s*("schema"\s*:\s*\d+\s*,\s*)?"lab"\s*:/;

/** Whether a file is such a document, by how it begins: records of runs begin otherwise. */
export async function isLabDocument(file: File): Promise<boolean> {
  return BEGINNING.test(await file.slice(0, LOOKED_AT).text());
}

/** Shows a document on the page of its lab, or says why it cannot be opened: what is shown stays then. */
export async function openLabDocument(playground: Playground, file: File): Promise<void> {
  try {
    const document = read(file.name, await file.text());
    playground.setPage(document.lab);
    await playground.labs.open(document, file.name);
  } catch (error) {
    playground.notify("labNotOpened", saidOf(error));
  }
}

/** @throws PlaygroundError that names the file and what is wrong with it */
function read(name: string, text: string): LabDocument {
  const result = readLabDocument(parsed(name, text));
  if (!result.ok) throw problem(texts.wrong, { name, problem: saidOfErrors(result.errors) });
  return result.config;
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw problem(texts.noJson, { name, reason: saidOf(error) }, { cause: error });
  }
}
