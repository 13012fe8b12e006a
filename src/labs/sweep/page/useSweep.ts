import { useMemo } from "react";
import type { ArmLook } from "../../../config/arms";
import { useLooks } from "../../../ui/context";
import { useLab } from "../../../ui/labs/useLab";
import type { SweepConfig } from "../schema";
import { type CellResult, resultsOf } from "../summary";

/** What the views of the sweep lab draw. */
export interface Sweep {
  config: SweepConfig;
  /** Row by row of the grid, each along x. */
  results: CellResult[];
  looks: ArmLook[];
}

/** The sweep on the page; without a cell while its settings are wrong. */
export function useSweep(): Sweep {
  const { config, rows, errors } = useLab("sweep");
  const valid = errors.length === 0;
  const results = useMemo(() => (valid ? resultsOf(config, rows) : []), [config, rows, valid]);
  const looks = useLooks(config.base);
  return useMemo(() => ({ config, results, looks }), [config, results, looks]);
}
