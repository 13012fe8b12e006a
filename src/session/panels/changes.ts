import type { Playground } from "../playground";
import { type Arrangement, EVERYTHING } from "./arrangement";

/** Shows just what an arrangement says; what it does not speak of is as on a page without any. */
export function arrange({ store }: Playground, arrangement: Partial<Arrangement>): void {
  store.setState({ arrangement: { ...EVERYTHING, ...arrangement } });
}
