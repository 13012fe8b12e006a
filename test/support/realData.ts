import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** Published data sets beside the checkout; they are not part of the project. */
const FOLDER = process.env.DATA_DIR ?? "../shared/data";

/** Paths of files of that folder, or null (and a line that says so) where one is missing. */
export function realPaths(...paths: string[]): string[] | null {
  const missing = paths.find((path) => !existsSync(join(FOLDER, path)));
  if (!missing) return paths.map((path) => join(FOLDER, path));
  console.info(`Skipped: there is no ${join(FOLDER, missing)}; set DATA_DIR to a folder that has it`);
  return null;
}

/** Those files, to be opened, or null. */
export function realFiles(...paths: string[]): (() => File[]) | null {
  const found = realPaths(...paths);
  return found && (() => found.map((path) => new File([readFileSync(path)], basename(path))));
}

/** MNIST's test set, as published. */
export const MNIST = ["mnist/t10k-images-idx3-ubyte.gz", "mnist/t10k-labels-idx1-ubyte.gz"];
