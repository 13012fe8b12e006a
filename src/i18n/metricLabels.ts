import type { Catalog } from "./catalog";

/** Choices among metrics call each as a catalog calls it everywhere. */
export function metricLabels({ metrics }: Pick<Catalog, "metrics">): Catalog["fields"]["sweep.metric"]["options"] {
  const labels = Object.entries(metrics).flatMap(([id, said]) => ("label" in said ? [[id, said.label]] : []));
  return Object.fromEntries(labels) as Catalog["fields"]["sweep.metric"]["options"];
}
