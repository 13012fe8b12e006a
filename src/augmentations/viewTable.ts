/** Numbers that describe one view, in the order in which they are packed. */
export const VIEW_FIELDS = [
  /** Crop box, in shares of the image: centre and size. */
  "centreX",
  "centreY",
  "width",
  "height",
  /** Radians, from the x towards the y axis (y points down). */
  "rotation",
  /** 1 mirrors left and right, 0 does not. */
  "flip",
  /** Factors; 1 changes nothing. */
  "brightness",
  "contrast",
  "saturation",
  /** Turn of the hue in radians. */
  "hue",
  /** 1 drops the colour, 0 keeps it. */
  "grey",
  /** Standard deviation of the blur in pixels; 0 is none. */
  "blur",
  /** 1 erases a square, 0 does not. */
  "cutout",
  /** Its centre, in shares of the image. */
  "cutoutX",
  "cutoutY",
] as const;
export type ViewField = (typeof VIEW_FIELDS)[number];

const PLACE = Object.fromEntries(VIEW_FIELDS.map((field, place) => [field, place])) as Record<ViewField, number>;

/** Reads packed views, [V, VIEW_FIELDS.length]. */
export class ViewTable {
  readonly count: number;
  private readonly values: Float32Array;

  constructor(values: Float32Array) {
    this.values = values;
    this.count = values.length / VIEW_FIELDS.length;
  }

  get(view: number, field: ViewField): number {
    return this.values[view * VIEW_FIELDS.length + PLACE[field]]!;
  }

  /** One number per view. */
  map(value: (view: number) => number): Float32Array {
    const values = new Float32Array(this.count);
    for (let view = 0; view < this.count; view++) values[view] = value(view);
    return values;
  }

  column(field: ViewField): Float32Array {
    return this.map((view) => this.get(view, field));
  }
}

/** Which parts of the work any view needs; the others are skipped. */
export interface AugmentationWork {
  geometry: boolean;
  /** Brightness and contrast. */
  light: boolean;
  /** Saturation, hue and grey; only done to images of three channels. */
  colour: boolean;
  /** Pixels on either side that a blur reaches; 0 is none. */
  blurRadius: number;
  /** Standard deviation of the noise; 0 is none. */
  noise: number;
  /** Side of erased squares in pixels; 0 is none. */
  cutoutSide: number;
}
