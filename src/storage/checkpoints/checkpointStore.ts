import { z } from "../../data/zod";
import { environmentSchema } from "../../record/environment";

/** Where checkpoints outlive the page: of each run the latest, as the bytes of a file, with what is to be known before they are read. */

/** What a later version adds is let be. */
const headSchema = z.object({
  /** The run's, as in the list of runs. */
  id: z.string().min(1),
  presetId: z.string().nullable(),
  startedAt: z.iso.datetime(),
  savedAt: z.iso.datetime(),
  step: z.int().min(0),
  /** Of the whole run. */
  steps: z.int().min(1),
  environment: environmentSchema,
  /** Neither at its end nor given up for another run: it is offered to be gone on with. */
  isOpen: z.boolean(),
});
export type CheckpointHead = z.output<typeof headSchema>;

export type CheckpointBytes = Uint8Array<ArrayBuffer>;

/** Every call may fail: a browser may refuse storage, or have none left. */
export interface CheckpointStore {
  /** Of all that this version can read, the latest first. */
  heads(): Promise<CheckpointHead[]>;
  /** null where there is none of that run. */
  read(id: string): Promise<CheckpointBytes | null>;
  /** In place of the one of the same run. */
  write(head: CheckpointHead, bytes: CheckpointBytes): Promise<void>;
  /** Changes what is known of one, if it is there. */
  writeHead(head: CheckpointHead): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Checkpoints that last as long as the page. */
export function memoryCheckpoints(): CheckpointStore {
  const heads = new Map<string, CheckpointHead>();
  const files = new Map<string, CheckpointBytes>();
  return {
    heads: async () => readableHeads([...heads.values()]),
    read: async (id) => files.get(id) ?? null,
    async write(head, bytes) {
      heads.set(head.id, head);
      files.set(head.id, bytes);
    },
    async writeHead(head) {
      if (heads.has(head.id)) heads.set(head.id, head);
    },
    async remove(id) {
      heads.delete(id);
      files.delete(id);
    },
  };
}

/** Of what a store holds, which may be anything, what can be read; the latest first. */
export function readableHeads(contents: readonly unknown[]): CheckpointHead[] {
  return contents
    .flatMap((content) => headSchema.safeParse(content).data ?? [])
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

/** Runs whose checkpoints stay, beside those that are spared. */
const MOST_RUNS = 3;

/** The checkpoints that give way to the latest ones. */
export function outlived(heads: readonly CheckpointHead[], isSpared: (id: string) => boolean): string[] {
  return heads.flatMap(({ id }, place) => (place < MOST_RUNS || isSpared(id) ? [] : id));
}
