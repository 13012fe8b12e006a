import type { Playground } from "./playground";

/** Gives one chart all the room of the middle; null: each its own again. */
export function enlarge({ store }: Playground, enlarged: string | null): void {
  store.setState({ enlarged });
}
