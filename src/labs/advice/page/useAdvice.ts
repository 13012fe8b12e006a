import { useMemo } from "react";
import { useLab } from "../../../ui/labs/useLab";
import { type Facts, factsOf } from "../answer/facts";
import type { AdviceConfig, AdviceRow } from "../schema";
import { latestRows } from "../summary";

/** What the parts of the page draw. */
export interface Advice {
  config: AdviceConfig;
  rows: AdviceRow[];
  /** Null while the settings are wrong. */
  facts: Facts | null;
}

/** Settings, rows and facts of the advice lab, as they are now. */
export function useAdvice(): Advice {
  const { config, rows, errors } = useLab("advice");
  const isValid = errors.length === 0;
  const facts = useMemo(() => (isValid ? factsOf(config, rows) : null), [config, rows, isValid]);
  return useMemo(() => ({ config, rows: latestRows(rows), facts }), [config, rows, facts]);
}
