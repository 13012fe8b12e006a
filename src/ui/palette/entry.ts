import type { Icon } from "@tabler/icons-react";
import type { Action } from "../../session/actions/action";
import type { Playground } from "../../session/playground";
import type { PlaygroundState } from "../../session/playgroundState";
import type { Findable } from "./match";

/** One line of the palette. */
export interface Entry extends Findable {
  /** Unique among all. */
  id: string;
  icon: Icon;
  /** At the end of its line: a setting's value, a shortcut. */
  note: string;
  /** Listed where nothing is typed. */
  isFirst: boolean;
  run(): void;
}

/** What entries are made of. */
export interface Scene {
  state: PlaygroundState;
  playground: Playground;
  perform(action: Action): void;
}
