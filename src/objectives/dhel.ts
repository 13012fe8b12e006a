import { dcl } from "./dcl";
import { anchorObjective } from "./define";

/** Decoupled hyperspherical energy loss: DCL with the negatives from the anchor's own side alone. */
export const dhel = anchorObjective({
  id: "dhel",
  label: "DHEL",
  formula: String.raw`\log \sum_{n \in \mathrm{side}(i)} e^{s_{in}} - s_{ip}`,
  summary: "Pulls across the two views and pushes within each, so that the two forces never meet in one pair.",
  source: "Koromilas et al., arXiv 2405.18045, section 4",
  group: { id: "batch", place: 60 },
  pairing: "sameView",
  rows: dcl.rows,
  wgsl: dcl.wgsl,
  anchorWeight: dcl.anchorWeight,
});
