/** Names that come twice get a number. */
export function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** In the order in which people count: `part-2` before `part-10`. */
export function byNumber<T extends { name: string }>(files: readonly T[]): T[] {
  const order = new Intl.Collator("en", { numeric: true });
  return [...files].sort((one, other) => order.compare(one.name, other.name));
}
