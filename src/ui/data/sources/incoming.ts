import { picked } from "../../../data/readers/pickedFiles";
import type { PickedFile } from "../../../data/types";
import { filesIn } from "./walk";

/** What is dropped or pasted: files with their paths, or an address. */
export type Incoming = { files: PickedFile[] } | { address: string };

/**
 * Has to be called while the event is handled: what it brings is gone afterwards.
 *
 * @returns null where it brings no data; rejects when a folder cannot be looked through
 */
export function incoming(transfer: DataTransfer): Promise<Incoming> | null {
  if (transfer.types.includes("Files")) return filesOf(transfer).then((files) => ({ files }));
  const address = addressIn(transfer.getData("text/uri-list") || transfer.getData("text/plain"));
  return address === null ? null : Promise.resolve({ address });
}

async function filesOf({ items, files }: DataTransfer): Promise<PickedFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return entries.some(({ isDirectory }) => isDirectory) ? filesIn(entries) : picked(files);
}

/** The one address that a text is, if it is one; lines that begin with # are comments in a list of addresses. */
export function addressIn(text: string): string | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const address = lines[0]?.trim() ?? "";
  return lines.length === 1 && /^https?:\/\/\S+$/i.test(address) && URL.canParse(address) ? address : null;
}
