import { schemaText } from "../../../i18n/schemaTexts";
import { isAllowed } from "../../download/request";
import { z } from "../../zod";
import { brought, likelyImage } from "../stored";
import type { Source, StoredOptions } from "../types";
import { texts } from "./errors";

const schema = z.strictObject({
  id: z.literal("url"),
  /** `https:`, or `http://localhost`; any format that is read from files. */
  url: z
    .string()
    .max(2000)
    .refine((text) => text === "" || isAllowed(text), schemaText(texts.mustBegin))
    .default(""),
  ...brought,
});

export type UrlOptions = StoredOptions<typeof schema>;

/** A file at an address. */
export const url: Source<typeof schema> = {
  schema,
  isMade: false,
  holdsImages: true,
  likelyShape: likelyImage,
  addresses: (options) => [options.url],
};
