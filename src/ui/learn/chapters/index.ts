import { CHAPTER_IDS, type ChapterId } from "../../../session/learn/chapters";
import type { Chapter } from "../chapter";

/** Every chapter's data stand in its folder, which has its id for a name. */
const FILES = import.meta.glob<{ chapter: Chapter }>("./*/chapter.ts", { eager: true });

function load(id: ChapterId): Chapter {
  const file = FILES[`./${id}/chapter.ts`];
  if (!file) throw new Error(`The chapter "${id}" has no data: src/ui/learn/chapters/${id}/chapter.ts`);
  return file.chapter;
}

export const CHAPTERS = Object.fromEntries(CHAPTER_IDS.map((id) => [id, load(id)])) as Record<ChapterId, Chapter>;
