/** The letters of pictures that are files of their own, and how wide they are, without a page that could measure it. */

/** Whatever of these the reader's system has; the last ones have Chinese, which not every program looks for by itself. */
export const SANS =
  "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** Width of a letter or digit, as a share of the text's size, and of one that is as wide as high. */
const [LETTER, WIDE] = [0.58, 1];
/** Chinese, Japanese and Korean, and what is written between them: a range of a regular expression. */
export const WIDE_LETTERS = "\\u2e80-\\ua4cf\\uac00-\\ud7af\\uf900-\\ufaff\\uff00-\\uff60";
const IS_WIDE = new RegExp(`[${WIDE_LETTERS}]`, "u");

/** About the width of a text: rather too wide than too narrow. @param size of the letters; the width is in the same unit */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += IS_WIDE.test(letter) ? WIDE : LETTER;
  return width * size;
}
