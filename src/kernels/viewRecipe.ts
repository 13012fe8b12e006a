/** How views are drawn: the config's strength and overrides, resolved into numbers. */
export interface AugmentationRecipe {
  /** Smallest share of the area that a crop keeps; the largest is 1. */
  minScale: number;
  /** Largest ratio of a crop's sides. */
  maxAspect: number;
  /** Probability of a mirrored view. */
  flip: number;
  /** Largest rotation in degrees, either way. */
  rotation: number;
  /** Probability that brightness, contrast, saturation and hue are changed at all. */
  jitter: number;
  /** Largest change of each factor. */
  brightness: number;
  contrast: number;
  saturation: number;
  /** Largest turn of the hue, in turns. */
  hue: number;
  /** Probability of dropping the colour, and of a blur. */
  grey: number;
  blur: number;
  /** Standard deviation of additive noise. */
  noise: number;
}

/** Least and most deviation of a blur in pixels (SimCLR, arXiv 2002.05709, appendix A). */
export const BLUR_DEVIATION = [0.1, 2] as const;

/** Lanes of the random numbers that describe a view; noise has the lanes from `noise` on. */
export const VIEW_LANE = { crop: 0, pose: 1, jitter: 2, blur: 3, noise: 4 } as const;
