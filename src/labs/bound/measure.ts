import type { LabContext } from "../types";
import { CRITICS } from "./critics";
import { measureOracle } from "./oracle";
import type { BoundConfig, BoundRow } from "./schema";
import { measureTrained } from "./trained";

/** With the true density ratio, or with a critic that is trained meanwhile. */
export function measure(config: BoundConfig, context: LabContext<BoundRow>): Promise<void> {
  return CRITICS[config.critic].learned ? measureTrained(config, context) : measureOracle(config, context);
}
