import { defineTexts } from "../../../i18n/message";

/** What the panel of the queue says. */
export const texts = defineTexts("queuePanel", {
  title: "Queue",
  start: "Start the queue",
  stop: "Stop after this one",
  pause: "Pause",
  goOn: "Go on",
  clear: "Clear the queue",
  /** Once nothing waits. */
  dismiss: "Dismiss",
  waiting: "{n, plural, one {1 experiment waits} other {# experiments wait}}",
  place: "{place, number} of {of, number}",
  paused: "{place}, paused",
  /** Where nothing like some of them was timed here. */
  atLeast: "{time} for what was timed, {n, plural, one {1 not timed yet} other {# not timed yet}}",
  elsewhere: "Another tab trains it; what is changed here is changed there.",
  notKept: "This browser does not keep the queue: it is gone with the page.",
  unguarded: "This browser cannot see to it that one tab alone trains the queue: start it in one.",
  unread:
    "{n, plural, one {1 experiment} other {# experiments}} of the queue cannot be read by this version, and {n, plural, one {is} other {are}} kept as before.",
  forget: "{n, plural, one {Delete it} other {Delete them}}",
  list: "Experiments in the queue",
  row: {
    name: "Name of {name} in the queue",
    placeholder: "Name its run",
    up: "Move {name} up",
    down: "Move {name} down",
    remove: "Take {name} out of the queue",
    underWay: "step {step} of {steps}",
    begun: "was begun",
    elsewhere: "under way in another tab",
    preparing: "is prepared",
  },
  refused: {
    list: "Left out",
    retry: "Try again",
    retryLabel: "Line {name} up again",
  },
});

declare module "../../../i18n/message" {
  interface TextRooms {
    queuePanel: typeof texts;
  }
}
