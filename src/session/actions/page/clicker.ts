import { IconChevronLeft, IconChevronRight, IconScreenShareOff } from "@tabler/icons-react";
import { canTurn, toggleBlank, turn } from "../../projector/show";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** The keys of a clicker, as those have that are made for talks. */

export const goOn: Action = {
  icon: IconChevronRight,
  label: "Projector, tour, slow motion: go on",
  shortcut: "PageDown",
  reach: "dialogs",
  enabled: inRace(canTurn),
  run: ({ playground }) => turn(playground, 1),
};

export const goBack: Action = {
  icon: IconChevronLeft,
  label: "Projector, tour, slow motion: go back",
  shortcut: "PageUp",
  reach: "dialogs",
  enabled: inRace(canTurn),
  run: ({ playground }) => turn(playground, -1),
};

export const blank: Action = {
  icon: IconScreenShareOff,
  label: "Projector: blank the screen, or show it again",
  shortcut: "b",
  otherShortcut: ".",
  reach: "dialogs",
  enabled: inRace(({ view }) => view.projector),
  run: ({ playground }) => toggleBlank(playground),
};
