/** How views are drawn: the config's strength and overrides, resolved into numbers. */
export interface AugmentationRecipe {
  /** Smallest and largest share of the area that a crop keeps. */
  minScale: number;
  maxScale: number;
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
  /** Largest deviation of a blur in pixels; the least is LEAST_BLUR. */
  maxBlur: number;
  /** Standard deviation of additive noise. */
  noise: number;
  /** Probability of an erased square, and its side as a share of the image's shorter one. */
  cutout: number;
  cutoutSide: number;
}

/** Least deviation of a blur in pixels (SimCLR, arXiv 2002.05709, appendix A). */
export const LEAST_BLUR = 0.1;

/** Lanes of the random numbers that describe a view; noise has the lanes from `noise` on, the last lane of all excepted. */
export const VIEW_LANE = { crop: 0, pose: 1, jitter: 2, blur: 3, noise: 4, cutout: 0xff_ffff } as const;
