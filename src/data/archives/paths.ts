/** Paths in archives are names that anyone may have written: they are made harmless, and told apart. */

/** Letters of a path that are kept, the last ones: a system's limit is less or not much more. */
const LONGEST = 1024;

/** With `/` between folders, without `..`, `.`, a root or a drive; it cannot lead out of the archive. */
export function safePath(path: string): string {
  const parts = path.slice(-LONGEST).replaceAll("\\", "/").replaceAll("\0", "").split("/");
  const named = parts.filter((part) => part !== "" && part !== "." && part !== "..");
  const safe = named.join("/").replace(/^[A-Za-z]:/, "") || "unnamed";
  // What is taken away may leave something of the kind.
  return safe === path ? safe : safePath(safe);
}

/** Gives a path that is taken a number: two files never become one. */
export class UniquePaths {
  private readonly taken = new Set<string>();
  /** The number that a path got last: thousands may be equal. */
  private readonly copies = new Map<string, number>();

  add(path: string): string {
    let free = path;
    let copy = this.copies.get(path) ?? 1;
    while (this.taken.has(free)) free = numbered(path, ++copy);
    if (copy > 1) this.copies.set(path, copy);
    this.taken.add(free);
    return free;
  }
}

/** Before the ending, which says what a file is. */
function numbered(path: string, copy: number): string {
  const dot = path.lastIndexOf(".");
  return dot > path.lastIndexOf("/") + 1 ? `${path.slice(0, dot)} (${copy})${path.slice(dot)}` : `${path} (${copy})`;
}
