/** Texts of Python. */

const WIDTH = 120;

/** All lines but the empty ones, further in. */
export function indented(text: string, levels = 1): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? line : `${"    ".repeat(levels)}${line}`))
    .join("\n");
}

/** `infoNceOneWay` as `info_nce_one_way`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Words, or larger pieces that stay whole, in lines of at most 120 characters, further in by so many levels. */
export function wrapped(text: string | readonly string[], levels = 0): string {
  const room = WIDTH - 4 * levels;
  const lines: string[] = [];
  let line = "";
  for (const word of typeof text === "string" ? text.split(/\s+/) : text) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

/** A text from outside on one line, for a comment: without breaks, control characters, or what turns the direction of others around. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Bidi_Control}]+/gu, " ").trim();
}

/** The same within quotes, where nothing of it ends them or stands for something else. */
export function quotable(text: string): string {
  return onOneLine(text).replaceAll(/[\\"]/g, "\\$&");
}

/** A docstring, on one line where it fits. `raw` where it has TeX in it. */
export function docstring(text: string, levels = 1): string {
  const quote = text.includes("\\") ? 'r"""' : '"""';
  const oneLine = `${quote}${text}"""`;
  if (oneLine.length <= WIDTH - 4 * levels) return oneLine;
  return `${wrapped(`${quote}${text}`, levels)}"""`;
}

/** A text as a literal. */
export function literal(text: string): string {
  return JSON.stringify(text);
}

/** Parts that are there, one after the other. */
export function joined(parts: readonly (string | null | false)[], between = "\n"): string {
  return parts.filter((part): part is string => typeof part === "string").join(between);
}
