import { useEffect, useRef } from "react";
import { useCharts } from "../../../context";
import { NAME } from "../name";
import type { EmbeddingPicture } from "./document";

/** Offers the embedding for saving, as it is shown at that moment. */
export function usePicture(picture: Omit<EmbeddingPicture, "colors">): void {
  const charts = useCharts();
  const latest = useRef(picture);
  useEffect(() => {
    latest.current = picture;
  });
  useEffect(
    () =>
      charts.add({
        name: NAME,
        document: async () => {
          const { embeddingDocument } = await import("./document");
          return embeddingDocument({ ...latest.current, colors: pageColors() });
        },
      }),
    [charts],
  );
}

function pageColors(): EmbeddingPicture["colors"] {
  const style = getComputedStyle(document.documentElement);
  const color = (variable: string) => style.getPropertyValue(variable).trim();
  return {
    surface: color("--surface"),
    ink: color("--ink"),
    soft: color("--ink-soft"),
    line: color("--hairline"),
  };
}
