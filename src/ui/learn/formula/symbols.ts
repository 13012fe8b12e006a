/** Symbols in TeX: `\sym{id}{...}` stands around what one names. */

const MARK = /\\sym\{(\w+)\}/g;

/** The ids of the symbols of a formula, each once. */
export function symbolsOf(tex: string): string[] {
  return [...new Set([...tex.matchAll(MARK)].map(([, id]) => id as string))];
}

/** The formula with links in place of the marks: all that survives of them in MathML. */
export function linked(tex: string): string {
  return tex.replace(MARK, String.raw`\href{#$1}`);
}

/** The formula as it is written, without the marks. */
export function unmarked(tex: string): string {
  return tex.replace(MARK, "");
}

/** Turns the links of typeset MathML back into marks: no link leads anywhere. */
export function markSymbols(math: Element): void {
  for (const part of math.querySelectorAll("[href]")) {
    part.setAttribute("data-symbol", (part.getAttribute("href") ?? "").slice(1));
    part.removeAttribute("href");
  }
}
