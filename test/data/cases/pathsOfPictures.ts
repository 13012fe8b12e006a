import { plain, raw } from "./rawPictures";

const tiny = (i: number) => raw(8, 8, plain([i, i, i]));
/** Pictures by their paths. */
export const at = (paths: string[]) => Object.fromEntries(paths.map((path, i) => [path, tiny(i)]));
export const each = (count: number, name: (i: number) => string) => Array.from({ length: count }, (_, i) => name(i));
export const lines = (count: number, row: (i: number) => string) => each(count, row).join("\n");
export const KINDS = ["ant", "bee", "cow"];

export const kind = (i: number) => KINDS[i % 3]!;
export const numbered = at(each(12, (i) => `set/${i}.png`));
export const NONE = /There are none: accuracies cannot be measured/;
