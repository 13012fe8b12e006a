import type { ConfigError } from "../../config/schema";

/** A part of the page's state that the address carries beside the experiment. */
export interface AddressPart<State> {
  /** Whether an entry of the address is its own. */
  owns(key: string): boolean;
  /** @param entries its own ones; what is wrong with them goes into `errors`, and the rest is kept */
  read(entries: ReadonlyMap<string, string>, errors: ConfigError[]): State;
  /** What differs from the defaults. */
  write(state: State): [key: string, text: string][];
}
