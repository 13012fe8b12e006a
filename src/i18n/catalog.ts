import type { Locale } from "./locale";
import type { Message, TextRooms } from "./message";

/** Strings in place of a table's messages. */
type Translation<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends string | Message<infer _> ? string : Translation<Table[Key]>;
};

/** Every text of the program in another language. A text that is missing, or that is no more, fails the type check. */
export type Catalog = { readonly [Room in keyof TextRooms]: Translation<TextRooms[Room]> };

/** A language that has a catalog. */
export function localeOf(about: Pick<Locale, "id" | "tag" | "direction">, catalog: Catalog): Locale {
  const texts = new Map(textsAt("", catalog));
  return { ...about, find: (id) => texts.get(id) };
}

/** Ids of a catalog's texts, made as `defineTexts` makes them. */
function textsAt(place: string, entry: unknown): [id: string, text: string][] {
  if (typeof entry === "string") return [[place, entry]];
  if (typeof entry !== "object" || entry === null) return [];
  return Object.entries(entry).flatMap(([key, inner]) => textsAt(place ? `${place}.${key}` : key, inner));
}
