import { z } from "../../zod";
import { likelyImage, stored } from "../stored";
import type { Source, StoredOptions } from "../types";
import { PUBLIC_SETS, type PublicSetId } from "./sets";

const schema = z.strictObject({
  id: z.literal("public"),
  set: z.enum(Object.keys(PUBLIC_SETS) as PublicSetId[]).default("mnist"),
  ...stored,
  samples: stored.samples.default(10_000),
});

export type PublicOptions = StoredOptions<typeof schema>;

/** A published data set, by its name. */
export const publicSet: Source<typeof schema> = {
  schema,
  isMade: false,
  holdsImages: true,
  likelyShape: likelyImage,
  addresses: ({ set }) => {
    const { train, test } = PUBLIC_SETS[set];
    return [train.url, test.url];
  },
};
