/** Reading and changing values of plain data by a dotted path, as in `optimizer.schedule.id`. */

/** An object with named fields: no list, not null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path; undefined where there is none. */
export function getIn(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), value);
}

/** A copy with another value at a path; `undefined` removes the field. */
export function setIn<T>(value: T, path: string, next: unknown): T {
  const [key, ...rest] = path.split(".") as [string, ...string[]];
  const copy: Record<string, unknown> = isRecord(value) ? { ...value } : {};
  const child = rest.length === 0 ? next : setIn(copy[key] ?? {}, rest.join("."), next);
  if (child === undefined) delete copy[key];
  else copy[key] = child;
  return copy as T;
}

/** All leaves with their paths, in the order in which they are written; arrays count as leaves. */
export function flatten(value: unknown, prefix = ""): [path: string, leaf: unknown][] {
  if (!isRecord(value)) return [[prefix, value]];
  return Object.entries(value).flatMap(([key, child]) => flatten(child, prefix ? `${prefix}.${key}` : key));
}

/** `patch` laid over `base`, field by field; arrays are replaced as a whole. */
export function merge<T>(base: T, patch: unknown): T {
  if (!isRecord(base) || !isRecord(patch)) return (patch === undefined ? base : patch) as T;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) merged[key] = merge(merged[key], value);
  return merged as T;
}

/** Equality of plain data. A field that is undefined equals one that is missing. */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, i) => equal(value, b[i]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => equal(a[key], b[key]));
}
