/**
 * The chapters of the page Learn, in their order: `learn=3` in the address is the third. To add one: its line here, and its folder
 * (docs/adding-a-chapter.md).
 */
export const CHAPTER_IDS = ["twins", "ceiling", "factor", "alwaysOne", "stepSize", "limits"] as const;

export type ChapterId = (typeof CHAPTER_IDS)[number];

/** The place of a chapter, from 1. */
export function numberOf(chapter: ChapterId): number {
  return CHAPTER_IDS.indexOf(chapter) + 1;
}

/** The chapter before or after; null at either end. */
export function chapterBeside(chapter: ChapterId, by: 1 | -1): ChapterId | null {
  return CHAPTER_IDS[numberOf(chapter) - 1 + by] ?? null;
}
