import { DEMONSTRATION, type Scene } from "./scenes";

/** What a room is shown. Whether there is a room is in the address (`view.projector`). */
export interface ProjectorState {
  scenes: readonly Scene[];
  /** Place of the scene that is shown; null before the first one. */
  at: number | null;
  /** Nothing is shown: the room should look at whoever speaks. */
  isBlank: boolean;
}

export const NO_SCENE: ProjectorState = { scenes: DEMONSTRATION, at: null, isBlank: false };

/** The place after or before; null where there is none. Whatever the direction, a room is shown the first scene first. */
export function placeAfter({ scenes, at }: ProjectorState, by: 1 | -1): number | null {
  const place = at === null ? 0 : at + by;
  return place >= 0 && place < scenes.length ? place : null;
}

export function sceneOf({ scenes, at }: ProjectorState): Scene | null {
  return (at === null ? null : scenes[at]) ?? null;
}
