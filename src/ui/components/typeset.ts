/** KaTeX as MathML: no fonts and no style attributes to load. It comes when the first formula does. */

/** At most 20 em of anything that a formula may size. @param isLarge in the middle of a line of its own, with `\href`, which else stands there as it is written */
export async function typeset(tex: string, isLarge = false): Promise<HTMLElement> {
  const { default: katex } = await import("katex");
  const line = document.createElement("span");
  katex.render(tex, line, { output: "mathml", throwOnError: false, displayMode: isLarge, trust: isLarge, maxSize: 20 });
  return line;
}

/** Where KaTeX does not come, formulas stay as they are written. */
export function noteMissing(error: unknown): void {
  console.info("Formulas stay as they are written: KaTeX could not be loaded.", error);
}
