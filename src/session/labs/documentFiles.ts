/** Files in which what a lab measured may come. */

/** Characters at the beginning of a file that are looked at. */
const LOOKED_AT = 400;
const BEGINNING = /^\s*\{\s*("schema"\s*:\s*\d+\s*,\s*)?"lab"\s*:/;

/** Whether a file is such a document, by how it begins: records of runs begin otherwise. */
export async function isLabDocument(file: File): Promise<boolean> {
  return BEGINNING.test(await file.slice(0, LOOKED_AT).text());
}
