import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** The test set of MNIST, beside the checkout or where MNIST_DIR says; it is not part of the project. */
const FOLDER = process.env.MNIST_DIR ?? "../shared/data/mnist";
const PATHS = ["t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"].map((name) => join(FOLDER, name));

/** Paths of images and labels; null where they are missing. */
export const MNIST_FILES: string[] | null = PATHS.every((path) => existsSync(path)) ? PATHS : null;

/** Stands in the name of a skipped test. */
export const MNIST_MISSING = ` (skipped: set MNIST_DIR to a folder with ${PATHS.map((path) => basename(path)).join(" and ")})`;

export function openFile(path: string): File {
  return new File([readFileSync(path)], basename(path));
}
