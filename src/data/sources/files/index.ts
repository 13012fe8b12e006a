import { z } from "../../zod";
import { brought, likelyImage } from "../stored";
import type { Source, StoredOptions } from "../types";

const NAME_LENGTH = 200;
const NAMED = 4;

const schema = z.strictObject({
  id: z.literal("files"),
  /** For display only; the bytes travel beside the config. */
  name: z.string().max(NAME_LENGTH).default(""),
  /** A checksum of paths and bytes, where files of one name have to be told apart (session/data/contentOf.ts). */
  content: z
    .string()
    .regex(/^[0-9a-f]{8}-\d+$/)
    .optional(),
  ...brought,
});

export type FilesOptions = StoredOptions<typeof schema>;

/** What the user picked or dropped. */
export const files: Source<typeof schema> = {
  schema,
  isMade: false,
  holdsImages: true,
  likelyShape: likelyImage,
};

/** What a config calls a user's files: the names of folders and of single files, of many the first ones. */
export function datasetName(paths: string[]): string {
  const names = [...new Set(paths.map((path) => path.split("/")[0]!))];
  const listed = names.length > NAMED ? [...names.slice(0, NAMED - 1), "\u2026"] : names;
  return listed.join(", ").slice(0, NAME_LENGTH);
}
