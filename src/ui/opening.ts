import type { PickedFile } from "../data/types";
import { CHECKPOINT_ENDING } from "../export/checkpointEnding";
import { saidOf } from "../i18n/errors";
import { isLabDocument } from "../session/labs/documentFiles";
import type { Playground } from "../session/playground";
import { areRecords, RECORD_ENDINGS } from "../session/runs/recordFiles";

/** Files that are opened rather than trained on. */

/** Lets the user choose a checkpoint, and goes on from it. */
export function chooseCheckpoint(playground: Playground): void {
  choose({ accept: CHECKPOINT_ENDING }, ([file]) => {
    if (file) void playground.checkpoints.open(file);
  });
}

/** Lets the user choose records, and keeps them among the runs. */
export function chooseRecords(playground: Playground): void {
  choose({ accept: RECORD_ENDINGS.join(","), multiple: true }, (files) => void openDocuments(playground, files));
}

/** Lets the user choose a document of a lab, and shows it. */
export function chooseLabDocument(playground: Playground): void {
  choose({ accept: ".json" }, ([file]) => {
    if (file) void openLabDocument(playground, file);
  });
}

/** What reads it is loaded when there is something to be read. */
async function openLabDocument(playground: Playground, file: File): Promise<void> {
  try {
    await (await import("../session/labs/opening")).openLabDocument(playground, file);
  } catch (error) {
    playground.notify("labNotOpened", saidOf(error));
  }
}

/** Shows documents of labs on their pages, the last one of each, and keeps records among the runs. */
export async function openDocuments(playground: Playground, files: readonly File[]): Promise<void> {
  const records: File[] = [];
  for (const file of files) {
    if (await isLabDocument(file)) await openLabDocument(playground, file);
    else records.push(file);
  }
  if (records.length > 0) await playground.runs.importFiles(records);
}

function choose(how: Pick<Partial<HTMLInputElement>, "accept" | "multiple">, chosen: (files: File[]) => void): void {
  const input = Object.assign(document.createElement("input"), { type: "file", ...how });
  input.addEventListener("change", () => {
    input.remove();
    chosen([...(input.files ?? [])]);
  });
  input.addEventListener("cancel", () => input.remove());
  // In the page, as WebKit may collect one that is not before somebody has chosen.
  input.hidden = true;
  document.body.append(input);
  input.click();
}

/** The records and documents of labs that were brought, in archives too; none where other files are among them, as a folder of data may hold any. */
export async function recordsAmong(picked: readonly PickedFile[]): Promise<File[]> {
  const files = picked.map(({ file }) => file);
  return (await areRecords(files)) ? files : [];
}

/** The checkpoint among files that were brought; null where they are data. */
export function checkpointAmong(files: readonly PickedFile[]): File | null {
  return files.find(({ file }) => file.name.toLowerCase().endsWith(CHECKPOINT_ENDING))?.file ?? null;
}
