import type { PlateSizeId } from "../../export/plate/size";
import type { MetricId } from "../../metrics";

/** What somebody chose. */
export interface Choices {
  metrics: readonly MetricId[];
  size: PlateSizeId;
  /** In millimeters, of a size of one's own. */
  own: { width: number; height: number };
  behind: boolean;
  /** Whether the x axis and the zoom of the charts are taken over. */
  asOnPage: boolean;
  /** Null: as it is suggested. */
  caption: string | null;
  /** Null: on paper, but not on a slide. */
  withCaption: boolean | null;
}
