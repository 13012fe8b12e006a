import { IconListCheck, IconPlaylistAdd } from "@tabler/icons-react";
import { textsOf } from "../../../i18n/message";
import { queuedDraft } from "../../queue/queued";
import type { Action } from "../action";
import { inRace } from "../conditions";

export const MESSAGES = {
  added: "Added to the queue: {n, plural, one {1 experiment waits} other {# experiments wait}}.",
} as const;
const said = textsOf("actions", { messages: MESSAGES }, "enqueue").messages;

/** Lines the settings up as they are. */
export const enqueue: Action = {
  icon: IconPlaylistAdd,
  label: "Add the settings to the queue",
  shortcut: "q",
  messages: MESSAGES,
  enabled: inRace(({ draftErrors }) => draftErrors.length === 0),
  run: ({ playground, announce }) => {
    if (playground.enqueue([queuedDraft(playground.state)]))
      announce({ ...said.added, args: { n: playground.queue.state.entries.length } });
  },
};

/** Trains what is lined up. */
export const startQueue: Action = {
  icon: IconListCheck,
  label: "Start the queue",
  enabled: inRace(({ queue, starting }) => !starting && !queue.isRunning && queue.entries.length > 0),
  run: ({ playground }) => playground.conductor.start(),
};
