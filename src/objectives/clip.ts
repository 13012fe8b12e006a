import { anchorObjective } from "./define";
import { infoNce } from "./infoNce";

/** The mean of InfoNCE from first to second views and back: views never compete with views of their own side. */
export const clip = anchorObjective({
  id: "clip",
  label: "CLIP",
  formula: String.raw`-\tfrac{1}{2} \log \frac{e^{f_{ii}}}{\sum_j e^{f_{ij}}} - \tfrac{1}{2} \log \frac{e^{f_{ii}}}{\sum_j e^{f_{ji}}}`,
  summary: "InfoNCE in both directions between the views, as between images and captions.",
  source: "Radford et al., CLIP, arXiv 2103.00020, figure 3",
  group: { id: "batch", place: 30 },
  pairing: "bothWays",
  rows: infoNce.rows,
  wgsl: infoNce.wgsl,
  anchorWeight: infoNce.anchorWeight,
});
