/** A step's metric on WebAssembly: a formula of each anchor, whose mean it is, or a measure with a function of its own (measures.as.ts). */
export type MetricWasm = { perAnchor: string } | { measure: WasmMeasure };

/** In the order of measures.as.ts. */
export const MEASURES = [
  "alignment",
  "anchorEss",
  "collapseStd",
  "oneWayInformation",
  "smallestVanishingFactor",
  "uniformity",
  "temperature",
] as const;
export type WasmMeasure = (typeof MEASURES)[number];

/** What a formula of an anchor may name, in this order. */
export const ANCHOR_INPUTS = ["a.value", "a.log_xi", "a.ess", "a.positive", "a.hardest", "VIEWS"] as const;
