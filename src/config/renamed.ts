import { getIn, isRecord, setIn } from "./paths";

/**
 * Fields of the config that have another name today, so that old addresses, records and files go on working. Read
 * where a config is parsed, where an address is read, where a record is migrated, and where a lab's settings hold any of
 * these.
 */

/** Old paths with the new ones; `arms.x` is the field x of every arm. */
export type Renamed = Readonly<Record<string, string>>;

export const RENAMED: Renamed = {};

const ARMS = "arms.";

/** The path of today; itself where it was never another. */
export function renamedPath(path: string, renamed: Renamed = RENAMED): string {
  return (Object.hasOwn(renamed, path) ? renamed[path] : undefined) ?? path;
}

/** An input with every old field under its new name; a field that is given under both keeps the new one's value. */
export function withRenamed(input: unknown, renamed: Renamed = RENAMED): unknown {
  return Object.entries(renamed).reduce(renameOne, input);
}

function renameOne(input: unknown, [from, to]: [string, string]): unknown {
  if (!isRecord(input)) return input;
  if (!from.startsWith(ARMS)) return moved(input, from, to);
  const [ownFrom, ownTo] = [from.slice(ARMS.length), to.slice(ARMS.length)];
  return Array.isArray(input.arms) ? { ...input, arms: input.arms.map((arm) => moved(arm, ownFrom, ownTo)) } : input;
}

function moved(input: unknown, from: string, to: string): unknown {
  const value = getIn(input, from);
  if (value === undefined) return input;
  const without = setIn(input, from, undefined);
  return getIn(input, to) === undefined ? setIn(without, to, value) : without;
}
