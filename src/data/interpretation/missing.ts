/** How programs write that there is nothing: R, pandas, SQL, Excel, Weka, Matlab; numbers that are none. */
const MISSING = new Set([
  "",
  "na",
  "n/a",
  "#n/a",
  "<na>",
  "nan",
  "null",
  "nil",
  "none",
  "?",
  "-",
  "--",
  ".",
  "\\n",
  "missing",
  "inf",
  "+inf",
  "-inf",
  "infinity",
  "-infinity",
  "#div/0!",
  "#value!",
  "#ref!",
]);
/** The longest of them. */
const LONGEST = 9;

/** Whether the text of a cell says that there is nothing. */
export function isMissing(text: string): boolean {
  return text.length <= LONGEST && MISSING.has(text.toLowerCase());
}
