import { say } from "../../i18n/message";
import { DataError } from "../errors";
import type { PickedFile } from "../types";
import { texts } from "./errors";

/** Most files of a data set. */
export const MOST_FILES = 200_000;

/** What systems put into folders by themselves, and what lies in such folders. `.` and `..` hide nothing. */
const HIDDEN = /(^|\/)(\.(?!\.?(\/|$))[^/]*|__MACOSX|thumbs\.db|desktop\.ini)(\/|$)/i;
/** Texts that come with a data set and say nothing about its samples. */
const ACCOMPANYING = /(^|\/)(readme(\.\w+)?|licen[sc]e(\.\w+)?)$/i;

/** Files from a dialog, which gives paths to those of a folder. */
export function picked(files: Iterable<File>): PickedFile[] {
  return Array.from(files, (file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/** For formats to which folders say nothing. */
export function plainFiles(files: PickedFile[]): File[] {
  return files.map(({ file }) => file);
}

/** Whether a path leads to something that no user put there. */
export function isHidden(path: string): boolean {
  return HIDDEN.test(path);
}

/** Whether a path leads to something that says nothing about samples. */
export function isStray(path: string): boolean {
  return isHidden(path) || ACCOMPANYING.test(path);
}

/** Whether a name or path ends in one of these, in capitals or not. */
export function hasEnding(name: string, endings: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return endings.some((ending) => lower.endsWith(ending));
}

/** `.txt`, in small letters; empty where a name has none. */
export function endingOf(path: string): string {
  return /[^/](\.\w{1,8})$/.exec(path)?.[1]?.toLowerCase() ?? "";
}

/** @throws DataError when there are more than are read */
export function assertFew(count: number): void {
  if (count > MOST_FILES) throw new DataError(say(texts.tooManyFiles, { most: MOST_FILES }));
}
