import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { chapterBeside } from "../../learn/chapters";
import type { PlaygroundState } from "../../playgroundState";
import type { Action } from "../action";

/** The chapter that a turn leads to from the one that is open; null on another page, and at either end. */
function beside({ page, learn }: Pick<PlaygroundState, "page" | "learn">, by: 1 | -1) {
  return page === "learn" ? chapterBeside(learn.chapter, by) : null;
}

function turn(by: 1 | -1): Pick<Action, "enabled" | "run"> {
  return {
    enabled: (state) => beside(state, by) !== null,
    run: ({ playground: { state, learn } }) => {
      const chapter = beside(state, by);
      if (chapter) learn.open(chapter);
    },
  };
}

/** Turns to the chapter after the one that is open. */
export const nextChapter: Action = {
  icon: IconChevronRight,
  label: "Next chapter (in Learn)",
  shortcut: "ArrowRight",
  ...turn(1),
};

/** And to the one before. */
export const previousChapter: Action = {
  icon: IconChevronLeft,
  label: "Previous chapter (in Learn)",
  shortcut: "ArrowLeft",
  ...turn(-1),
};
