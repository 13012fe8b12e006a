import type { DataStore, LoadTools } from "../types";
import { fetchData, fileName } from "./fetchData";

/** A file that was downloaded before, or null. A store that fails is as good as none. */
export async function storedFile(url: string, store: DataStore | undefined): Promise<File | null> {
  const content = await store?.read(url).catch(() => null);
  return content ? new File([content], fileName(url)) : null;
}

/**
 * Downloads a file unless it is kept already, and keeps it where there is room.
 *
 * @throws DataError when it cannot be downloaded
 */
export async function fetchOnce(url: string, { signal, onProgress, store }: LoadTools): Promise<File> {
  const kept = await storedFile(url, store);
  if (kept) return kept;
  const file = await fetchData(url, { signal, onProgress });
  // Without room it is fetched again the next time.
  await store?.write(url, file).catch(() => undefined);
  return file;
}
