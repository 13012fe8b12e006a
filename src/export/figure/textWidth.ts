/** How wide a text is, without a page that could measure it: rather too wide than too narrow. */

/** Width of a letter or digit, as a share of the text's size, and of one that is as wide as high. */
const [LETTER, WIDE] = [0.58, 1];
/** Chinese, Japanese and Korean, and what is written between them. */
const IS_WIDE = /[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u;

/** @param size of the letters; the width is in the same unit */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += IS_WIDE.test(letter) ? WIDE : LETTER;
  return width * size;
}
