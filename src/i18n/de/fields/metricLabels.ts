import type { Catalog } from "../../catalog";
import { metrics } from "../metrics";

/** Choices among metrics call each as it is called everywhere. */
export const metricLabels = Object.fromEntries(
  Object.entries(metrics.metrics).flatMap(([id, said]) => ("label" in said ? [[id, said.label]] : [])),
) as Catalog["fields"]["sweep.metric"]["options"];
