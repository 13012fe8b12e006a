import type { ExperimentConfig } from "../../config/schema";
import type { MetricId } from "../../metrics";
import { informationCeiling, oneWayCeiling } from "../../metrics/math/ceilings";
import { formatNumber } from "../format";
import { words } from "../words";
import type { Mark } from "./plot/Plot";

/** Values that a metric is to be read against, where the config decides them. */
export function marksOf(metric: MetricId, { batchSize, encoder }: ExperimentConfig): Mark[] {
  const { marks } = words.charts;
  switch (metric) {
    case "infoNce": {
      const at = informationCeiling(batchSize);
      return [{ axis: "y", at, label: marks.chance(formatNumber(at)) }];
    }
    case "mutualInformation": {
      const at = informationCeiling(batchSize);
      return [{ axis: "y", at, label: marks.ceiling(formatNumber(at)) }];
    }
    case "oneWayInformation": {
      const at = oneWayCeiling(batchSize);
      return [{ axis: "y", at, label: marks.oneWayCeiling(formatNumber(at)) }];
    }
    case "collapseStd": {
      const at = 1 / Math.sqrt(encoder.projection);
      return [{ axis: "y", at, label: marks.spread(formatNumber(at, 2)) }];
    }
    case "noiseScale":
      return [{ axis: "y", at: batchSize, label: marks.batch(String(batchSize)) }];
    default:
      return [];
  }
}
