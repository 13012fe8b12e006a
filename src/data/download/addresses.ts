import type { DatasetOptions } from "../load";
import type { StoredFile } from "../types";
import { PUBLIC_SETS } from "./publicSets";

/** Where the files of a data set have to be fetched from; none where it is made here, or comes from the user's own files. */
export function addressesOf(options: DatasetOptions): string[] {
  if (options.id === "url") return [options.url];
  if (options.id !== "public") return [];
  const { train, test } = PUBLIC_SETS[options.set];
  return [train.url, test.url];
}

/** Whether the files at all these addresses are kept on this device. */
export function areKept(urls: string[], kept: readonly StoredFile[]): boolean {
  const own = new Set(kept.map(({ url }) => plain(url)));
  return urls.every((url) => own.has(plain(url)));
}

/** An address as a cache compares it: in one spelling, without what follows `#`. */
function plain(url: string): string {
  if (!URL.canParse(url)) return url;
  const { href, hash } = new URL(url);
  return href.slice(0, href.length - hash.length);
}
