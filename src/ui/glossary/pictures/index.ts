import type { ComponentType } from "react";
import type { TermId } from "../explain";
import { AnchorPicture, CandidatesPicture, NegativePicture, PositivePicture } from "./neighbours";
import { FactorPicture, TemperaturePicture, XiPicture } from "./numbers";
import { IntervalPicture, SeedPicture } from "./repetitions";
import { BatchPicture, ViewPicture } from "./samples";

/** The picture of each term, drawn in the color of the text around it. */
export const PICTURES: Readonly<Record<TermId, ComponentType>> = {
  anchor: AnchorPicture,
  positive: PositivePicture,
  negative: NegativePicture,
  xi: XiPicture,
  k: CandidatesPicture,
  f: FactorPicture,
  temperature: TemperaturePicture,
  view: ViewPicture,
  seed: SeedPicture,
  interval: IntervalPicture,
  batch: BatchPicture,
};
