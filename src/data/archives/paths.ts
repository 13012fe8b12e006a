/** Paths in archives are names that anyone may have written: they are made harmless, and told apart. */

/** With `/` between folders, without `..`, `.`, a root or a drive; it cannot lead out of the archive. */
export function safePath(path: string): string {
  const parts = path
    .replaceAll("\\", "/")
    .replaceAll("\0", "")
    .replace(/^[A-Za-z]:/, "")
    .split("/");
  const named = parts.filter((part) => part !== "" && part !== "." && part !== "..");
  return named.join("/") || "unnamed";
}

/** Gives a path that is taken a number: two files never become one. */
export class UniquePaths {
  private readonly taken = new Set<string>();

  add(path: string): string {
    let free = path;
    for (let copy = 2; this.taken.has(free); copy++) free = numbered(path, copy);
    this.taken.add(free);
    return free;
  }
}

/** Before the ending, which says what a file is. */
function numbered(path: string, copy: number): string {
  const dot = path.lastIndexOf(".");
  return dot > path.lastIndexOf("/") + 1 ? `${path.slice(0, dot)} (${copy})${path.slice(dot)}` : `${path} (${copy})`;
}
