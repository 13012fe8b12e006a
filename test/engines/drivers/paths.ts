import { existsSync } from "node:fs";

/** The first of some paths at which there is a file; null where there is none. */
export function firstExisting(paths: readonly (string | undefined)[]): string | null {
  return paths.find((path): path is string => path !== undefined && existsSync(path)) ?? null;
}
