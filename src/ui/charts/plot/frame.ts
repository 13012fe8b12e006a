/** Room around the plotting area, in pixels; the cursor counts on it. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const FRAME: Frame = { left: 50, right: 14, top: 10, bottom: 38 };
export const SMALL_FRAME: Frame = { left: 46, right: 14, top: 8, bottom: 20 };
