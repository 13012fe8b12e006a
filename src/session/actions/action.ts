import type { Icon } from "@tabler/icons-react";
import type { Said } from "../../i18n/message";
import type { Playground } from "../playground";
import type { PlaygroundState } from "../playgroundState";

/** What an action may use: the playground, and what only the page around it can do. */
export interface ActionContext {
  playground: Playground;
  /** Puts the address into the clipboard; false where that is refused. */
  copyLink(): Promise<boolean>;
  /** Offers the record of the run, or all its series, as a file. */
  saveRecord(): Promise<void>;
  saveSeries(): Promise<void>;
  /** Offers the run as a file from which it can be gone on. */
  saveCheckpoint(): Promise<void>;
  /** Lets the user choose such a file, and goes on from it. */
  openCheckpoint(): void;
  toggleTheme(): void;
  /** False where the browser refuses. */
  toggleFullScreen(): Promise<boolean>;
  toggleHelp(): void;
  /** Shows a short message for a moment. */
  announce(message: Said): void;
}

/** One thing that a user can do: buttons, menus, shortcuts and the list of shortcuts are all made from the registry. */
export interface Action {
  icon: Icon;
  label: string;
  /** `KeyboardEvent.key`. Actions may share one, as long as no two of them are enabled at a time. */
  shortcut: string;
  /** Whether a key that is held down does it again and again. */
  repeats?: boolean;
  /** Whether its key answers wherever no text is typed, in menus and dialogs too. */
  everywhere?: boolean;
  /** The menu that lists it: what leaves the page, or how the page looks. */
  menu?: "export" | "page";
  /** What it announces. */
  messages?: Readonly<Record<string, string>>;
  enabled(state: PlaygroundState): boolean;
  run(context: ActionContext): void | Promise<void>;
}
