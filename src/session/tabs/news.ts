import { z } from "../../data/zod";

/**
 * What the tabs of one browser tell each other: which documents changed, by their ids, never what is in them. Whoever hears it reads
 * them again from the store, so that a message that is late, doubled or lost can do no harm.
 */

const newsSchema = z.discriminatedUnion("kind", [
  /** Kept runs that were written, remarked upon, deleted or put back. */
  z.object({ kind: z.literal("runs"), ids: z.array(z.string().min(1)) }),
  /** The kept checkpoints, or which tab has the run of one. */
  z.object({ kind: z.literal("checkpoints") }),
  /** A tab begins to train the queue; what is in it tells of itself. */
  z.object({ kind: z.literal("queue") }),
]);
export type News = z.output<typeof newsSchema>;

/** The door: null for what is no news of this version, which another version of the page may have said, or anything else. */
export function readNews(message: unknown): News | null {
  return newsSchema.safeParse(message).data ?? null;
}
