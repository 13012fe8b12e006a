import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** RESULTS.md: sections that are each replaced by the runs that measure them, and one that people write. */

const RESULTS = fileURLToPath(new URL("../RESULTS.md", import.meta.url));

/** Puts lines in the place of a section, or before all others. */
export function keepSection(title: string, lines: readonly string[]): void {
  const [head = "", ...sections] = readFileSync(RESULTS, "utf8").split(/^## /m);
  // One empty line between two parts, as the formatter has it.
  const text = `${title}\n\n${lines.join("\n").trim()}\n`.replace(/\n{3,}/g, "\n\n");
  const others = sections.map((section) => section.trim());
  const place = others.findIndex((section) => section.startsWith(`${title}\n`));
  if (place < 0) others.unshift(text);
  else others[place] = text;
  const all = others.map((section) => `## ${section.trim()}\n`).join("\n");
  writeFileSync(RESULTS, `${head.trim()}\n\n${all}`);
}
