import { VIEW_FIELDS } from "../../../augmentations/viewTable";

/** Numbers of a view that follow from VIEW_FIELDS, once per view instead of once per pixel. */
const DERIVED_FIELDS = [
  /** Where in the image the middle of the view lies, in pixels. */
  "originX",
  "originY",
  /** Steps in the image, along x and y, of one pixel to the right and one pixel down in the view. */
  "rightX",
  "rightY",
  "downX",
  "downY",
  /** Brightness and contrast: gain * value + offset * mean grey. */
  "gain",
  "offset",
] as const;
const COLOUR_SIZE = 9;

/**
 * The structure that describes a view. All its members are 4 bytes wide, so a table of views is a matrix of float32.
 * @param blurRadius pixels on either side that a blur reaches
 */
export function viewWgsl(blurRadius: number): string {
  return /* wgsl */ `
struct View {
  ${[...VIEW_FIELDS, ...DERIVED_FIELDS].map((field) => `${field}: f32,`).join("\n  ")}
  /** Columns of the matrix by which a pixel is multiplied. */
  colour: array<f32, ${COLOUR_SIZE}>,
  /** Weights of a blur by distance. */
  weights: array<f32, ${blurRadius + 1}>,
}`;
}

/** Numbers in a View. */
export function viewSize(blurRadius: number): number {
  return VIEW_FIELDS.length + DERIVED_FIELDS.length + COLOUR_SIZE + blurRadius + 1;
}
