import { informationCeiling } from "../../diagnostics/mutualInformation";
import { oneWayCeiling } from "../../diagnostics/oneWayInformation";
import type { MetricId } from "../../diagnostics/types";
import type { ExperimentConfig } from "../../experiment/config";
import { formatNumber } from "../format";
import { words } from "../words";

/** A horizontal line of a chart, in the units of its metric, with its name. */
export interface Mark {
  y: number;
  label: string;
}

/** Values that a metric is to be read against, where the config decides them. */
export function marksOf(metric: MetricId, { batchSize, encoder }: ExperimentConfig): Mark[] {
  const { marks } = words.charts;
  switch (metric) {
    case "infoNce": {
      const y = informationCeiling(batchSize);
      return [{ y, label: marks.chance(formatNumber(y)) }];
    }
    case "mutualInformation": {
      const y = informationCeiling(batchSize);
      return [{ y, label: marks.ceiling(formatNumber(y)) }];
    }
    case "oneWayInformation": {
      const y = oneWayCeiling(batchSize);
      return [{ y, label: marks.oneWayCeiling(formatNumber(y)) }];
    }
    case "collapseStd": {
      const y = 1 / Math.sqrt(encoder.projection);
      return [{ y, label: marks.spread(formatNumber(y, 2)) }];
    }
    case "noiseScale":
      return [{ y: batchSize, label: marks.batch(String(batchSize)) }];
    default:
      return [];
  }
}
