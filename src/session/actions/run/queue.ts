import { IconListCheck, IconPlaylistAdd } from "@tabler/icons-react";
import { textsOf } from "../../../i18n/message";
import type { Queued } from "../../queue/queue";
import { queuedDraft } from "../../queue/queued";
import type { Action, ActionContext } from "../action";
import { inRace } from "../conditions";

export const MESSAGES = {
  added: "Added to the queue: {n, plural, one {1 experiment waits} other {# experiments wait}}.",
} as const;
const said = textsOf("actions", { messages: MESSAGES }, "enqueue").messages;

/** Lines experiments up, and announces how many wait; where one is none, the page says why. */
export function lineUp(
  { playground, announce }: Pick<ActionContext, "playground" | "announce">,
  queued: readonly Queued[],
): void {
  if (playground.enqueue(queued)) announce({ ...said.added, args: { n: playground.queue.state.entries.length } });
}

/** Lines the settings up as they are. */
export const enqueue: Action = {
  icon: IconPlaylistAdd,
  label: "Add the settings to the queue",
  shortcut: "q",
  messages: MESSAGES,
  enabled: inRace(({ draftErrors }) => draftErrors.length === 0),
  run: (context) => lineUp(context, [queuedDraft(context.playground.state)]),
};

/** Trains what is lined up. */
export const startQueue: Action = {
  icon: IconListCheck,
  label: "Start the queue",
  enabled: inRace(({ queue, starting }) => !starting && !queue.isRunning && queue.entries.length > 0),
  run: ({ playground }) => playground.conductor.start(),
};
