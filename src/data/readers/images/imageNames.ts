import { partIn } from "../../interpretation/names";
import { nameOf, placeOf } from "./places";

/** Images that a cell without a folder means at most: `1` in folders that all count from there names nothing. */
const MOST_MEANT = 16;
const NONE: readonly string[] = [];

/** Images by all that tables may call them: a path, or the end of one, with its ending or without. */
export class ImageNames {
  readonly count: number;
  /** Paths by their names, without folders and endings. */
  private readonly paths = new Map<string, string[]>();

  constructor(paths: readonly string[]) {
    this.count = paths.length;
    for (const path of paths) {
      const own = this.paths.get(nameOf(path));
      if (own) own.push(path);
      else this.paths.set(nameOf(path), [path]);
    }
  }

  /**
   * The images that a cell means: of several those in the table's folder or below, and none of another part than the table is called
   * after, such as `test/1.png` in `train.csv`.
   *
   * @param table its path
   */
  find(cell: string | undefined, table: string): readonly string[] {
    const key = cellKey(cell);
    const last = key.slice(key.lastIndexOf("/") + 1);
    const candidates = this.paths.get(last) ?? this.paths.get(nameOf(key)) ?? NONE;
    if (last === key && candidates.length > MOST_MEANT) return NONE;
    const found = candidates.filter((path) => endsIn(path, key) || endsIn(path.replace(/\.\w+$/, ""), key));
    if (found.length < 2) return found;
    const folder = table.slice(0, table.lastIndexOf("/") + 1);
    const near = found.filter((path) => path.startsWith(folder));
    const part = partIn(nameOf(table));
    return (near.length > 0 ? near : found).filter((path) => !part || (placeOf(path).part ?? part) === part);
  }

  /** Whether a file is called like one of the images. */
  hasStem(path: string): boolean {
    return this.paths.has(nameOf(path));
  }
}

function endsIn(path: string, key: string): boolean {
  return path === key || path.endsWith(`/${key}`);
}

function cellKey(cell = ""): string {
  return cell
    .trim()
    .replaceAll("\\", "/")
    .replace(/^(\.?\/)+/, "");
}
