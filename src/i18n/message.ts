import type { GetICUArgs } from "@schummar/icu-type-parser";

/**
 * What the program says, as data. A text stands in English beside what it names, in ICU MessageFormat, and has an id, by
 * which a catalog of another language finds it. Nothing here makes sentences: `translate.ts` does, when they are shown.
 */

/** What a text may have in its braces. Numbers are written as the language does; a text within a text is translated too. */
export type TextValue = string | number | Said;
type TextArgs = Readonly<Record<string, TextValue>>;

/** Holds the arguments' type; there is no such property. */
declare const ARGUMENTS: unique symbol;

/** A text that needs the arguments `Args` to be said; none where they are `undefined`. */
export interface Message<Args = undefined> {
  readonly id: string;
  readonly text: string;
  readonly [ARGUMENTS]?: Args;
}

/** A text with its arguments: plain JSON, so it can cross to the worker, and be kept until it is shown. */
export interface Said extends Message {
  readonly args?: TextArgs;
}

/** The arguments that an English text asks for, read from the text itself. */
type ArgsOf<Text extends string> = string extends Text
  ? undefined
  : keyof GetICUArgs<Text> extends never
    ? undefined
    : GetICUArgs<Text, { ICUArgument: TextValue; ICUNumberArgument: number }>;

/** A table of texts as messages. */
export type Messages<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends string ? Message<ArgsOf<Table[Key]>> : Messages<Table[Key]>;
};

/**
 * The texts that catalogs have to translate, by the first part of their ids. Whoever defines texts adds a line:
 * `declare module "../i18n/message" { interface TextRooms { race: typeof texts } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms
export interface TextRooms {}

/** A table of strings, nested as one likes. */
export interface TextTable {
  readonly [key: string]: string | TextTable | readonly string[];
}

/**
 * Turns English texts into messages, whose ids are their places: `texts.title` of the room `race` is `race.title`.
 *
 * @param room first part of the ids
 */
export function defineTexts<const Table extends TextTable>(room: keyof TextRooms, table: Table): Messages<Table> {
  return messagesAt(room, table) as Messages<Table>;
}

/** The id of a message is derived from its place, so that nobody has to think of a name. */
function messagesAt(place: string, table: object): object {
  const entries = Object.entries(table).map(([key, entry]) => [key, messageAt(`${place}.${key}`, entry)]);
  return Array.isArray(table) ? entries.map(([, message]) => message) : Object.fromEntries(entries);
}

function messageAt(id: string, entry: unknown): unknown {
  if (typeof entry === "string") return { id, text: entry };
  return isTable(entry) ? messagesAt(id, entry) : undefined;
}

/** Not what has a class, such as a schema in a registry's item. */
function isTable(entry: unknown): entry is object {
  if (typeof entry !== "object" || entry === null) return false;
  return Array.isArray(entry) || Object.getPrototypeOf(entry) === Object.prototype;
}

/** The strings of a registry's item as messages; what else it has is left out. */
export type ItemMessages<Item> = {
  readonly [Key in keyof Item as NonNullable<Item[Key]> extends string | object ? Key : never]: NonNullable<
    Item[Key]
  > extends string
    ? Message | Extract<Item[Key], undefined>
    : ItemMessages<NonNullable<Item[Key]>> | Extract<Item[Key], undefined>;
};

const itemMessages = new WeakMap<object, object>();

/**
 * Messages of an item that a registry holds and whose texts are plain strings in its own file:
 * `textsOf("metrics", knn).label` has the id `metrics.knnAccuracy.label`.
 *
 * @param id of the item among the room's, where it does not say itself
 */
export function textsOf<Item extends { id: string }>(room: keyof TextRooms, item: Item): ItemMessages<Item>;
export function textsOf<Item extends object>(room: keyof TextRooms, item: Item, id: string): ItemMessages<Item>;
export function textsOf(room: keyof TextRooms, item: { id?: string }, id = item.id): object {
  const made = itemMessages.get(item) ?? messagesAt(`${room}.${id}`, item);
  itemMessages.set(item, made);
  return made;
}

/** A message with what it is about. */
export function say<Args extends TextArgs>(message: Message<Args>, args: Args): Said {
  return { id: message.id, text: message.text, args };
}
