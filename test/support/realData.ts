import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** Published data sets beside the checkout; they are not part of the project. */
const FOLDER = process.env.DATA_DIR ?? "../shared/data";

/** The files of that folder, or null (and a line that says so) where one is missing. */
export function realFiles(...paths: string[]): (() => File[]) | null {
  const missing = paths.find((path) => !existsSync(join(FOLDER, path)));
  if (missing) {
    console.info(`Skipped: there is no ${join(FOLDER, missing)}; set DATA_DIR to a folder that has it`);
    return null;
  }
  return () => paths.map((path) => new File([readFileSync(join(FOLDER, path))], basename(path)));
}
