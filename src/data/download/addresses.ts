import type { StoredFile } from "../types";

/** Whether the files at all these addresses are kept on this device. */
export function areStored(urls: string[], kept: readonly StoredFile[]): boolean {
  const own = new Set(kept.map(({ url }) => plain(url)));
  return urls.every((url) => own.has(plain(url)));
}

/** An address as a cache compares it: in one spelling, without what follows `#`. */
function plain(url: string): string {
  if (!URL.canParse(url)) return url;
  const { href, hash } = new URL(url);
  return href.slice(0, href.length - hash.length);
}
