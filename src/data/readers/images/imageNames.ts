import { partIn } from "../../interpretation/names";
import { nameOf, placeOf } from "./places";

/** Of a path that tables may call an image by: folders in folders have no end. */
const MOST_PARTS = 8;
const NONE: readonly string[] = [];

/** Images by all that tables may call them: a path, or the end of one, with its ending or without. */
export class ImageNames {
  readonly count: number;
  private readonly paths = new Map<string, string[]>();
  private readonly stems = new Set<string>();

  constructor(paths: readonly string[]) {
    this.count = paths.length;
    for (const path of paths) {
      this.stems.add(nameOf(path));
      for (const key of keysOf(path)) {
        const own = this.paths.get(key);
        if (own) own.push(path);
        else this.paths.set(key, [path]);
      }
    }
  }

  /**
   * The images that a cell means: of several those in the table's folder or below, and none of another part than the table is called
   * after, such as `test/1.png` in `train.csv`.
   *
   * @param table its path
   */
  find(cell: string | undefined, table: string): readonly string[] {
    const found = this.paths.get(cellKey(cell)) ?? NONE;
    if (found.length < 2) return found;
    const folder = table.slice(0, table.lastIndexOf("/") + 1);
    const near = found.filter((path) => path.startsWith(folder));
    const part = partIn(nameOf(table));
    return (near.length > 0 ? near : found).filter((path) => !part || (placeOf(path).part ?? part) === part);
  }

  /** Whether a file is called like one of the images. */
  hasStem(path: string): boolean {
    return this.stems.has(nameOf(path));
  }
}

function keysOf(path: string): Set<string> {
  const last = path.split("/").slice(-MOST_PARTS);
  const ends = last.map((_, i) => last.slice(i).join("/"));
  return new Set([path, ...ends].flatMap((end) => [end, end.replace(/\.\w+$/, "")]));
}

function cellKey(cell = ""): string {
  return cell
    .trim()
    .replaceAll("\\", "/")
    .replace(/^(\.?\/)+/, "");
}
