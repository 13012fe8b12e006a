import { z } from "../../data/zod";
import { type PlaygroundError, problem } from "../../i18n/errors";
import { texts } from "./errors";
import { THEMES } from "./part";

/** What a host says to a frame, and a frame to its host. Every message has the version; a request may have an id, which its answer has too. */

export const VERSION = 1;

const base = { flatnce: z.literal(VERSION), id: z.union([z.string().max(100), z.number()]).optional() };
const request = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ ...base, type: z.literal(type), ...shape });

/** Least time between two messages with metrics, in milliseconds. */
const FASTEST = 50;
const MOST_STEPS = 100_000;

const schema = z.discriminatedUnion("type", [
  /** Makes the frame known to its host; without it the frame says nothing. */
  request("hello", {}),
  request("play", {}),
  request("pause", {}),
  request("step", { n: z.int().min(1).max(MOST_STEPS).default(1) }),
  request("reset", {}),
  /** A part of a config, merged into the settings. */
  request("set", { config: z.record(z.string(), z.unknown()) }),
  request("state", {}),
  request("theme", { theme: z.enum(THEMES) }),
  request("subscribe", {
    metrics: z.array(z.string().max(60)).max(40).optional(),
    every: z.number().min(FASTEST).max(60_000).default(250),
  }),
  request("unsubscribe", {}),
]);

export type HostMessage = z.output<typeof schema>;

/** Where a run stands. */
export interface EmbedState {
  /** `poster`: nobody has pressed Play yet, and nothing was loaded. */
  phase: "poster" | "starting" | "paused" | "running" | "finished" | "failed";
  step: number;
  steps: number;
  preset: string | null;
  /** What is compared, by its names on the page. */
  arms: string[];
  /** What it computes on; null before it is known. */
  backend: string | null;
}

/** The latest value of each arm, the mean over the seeds that have one; null where nothing was measured. */
export interface EmbedMetrics {
  step: number;
  arms: string[];
  values: Record<string, { step: number; means: (number | null)[] } | null>;
}

type Id = HostMessage["id"];

export type FrameMessage = { flatnce: typeof VERSION } & (
  | { type: "ready"; state: EmbedState }
  | { type: "height"; height: number }
  | { type: "state"; state: EmbedState }
  | { type: "metrics"; metrics: EmbedMetrics }
  | { type: "reply"; id: Id; ok: true; result: EmbedState }
  | { type: "reply"; id: Id; ok: false; error: string }
  | { type: "refused" }
);

/** Whether something that was posted is meant for a frame: whatever else the pages say to each other is not answered. */
export function isForFrame(data: unknown): data is { flatnce: unknown; id?: unknown } {
  return typeof data === "object" && data !== null && "flatnce" in data;
}

/** A message, or what is wrong with it. */
export function readMessage(data: unknown): HostMessage | PlaygroundError {
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  const details = read.error.issues.map(({ path, message }) => `${path.join(".") || "message"}: ${message}`).join("; ");
  return problem(texts.unknown, { version: VERSION, details });
}
