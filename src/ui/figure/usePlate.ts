import { useEffect, useMemo, useState } from "react";
import { drawPlate, type Plate, type PlateData, plateData } from "../../export/plate/plate";
import type { PlateSize } from "../../export/plate/size";
import type { MetricId } from "../../metrics";
import { yieldToEventLoop } from "../../worker/yield";
import { useLocale } from "../language/useTexts";
import type { FigureSource } from "./source";

interface Wanted {
  metrics: readonly MetricId[];
  behind: boolean;
  size: PlateSize;
  caption: string;
}

/** The figure; null while it is worked out, and where no chart is chosen. */
export function usePlate(source: FigureSource, { metrics, behind, size, caption }: Wanted): Plate | null {
  const locale = useLocale();
  const [data, setData] = useState<PlateData | null>(null);
  useEffect(() => {
    let isWanted = true;
    const runs = behind ? [source.run, ...source.others] : [source.run];
    const show = (next: () => PlateData) => {
      if (isWanted) setData(next);
    };
    plateData(runs, metrics, { smoothing: source.smoothing, pause: yieldToEventLoop }).then(
      (drawn) => show(() => drawn),
      // What is thrown while the figure is drawn is said in its place.
      (error: unknown) =>
        show(() => {
          throw error;
        }),
    );
    return () => {
      isWanted = false;
    };
  }, [source, metrics, behind]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and numbers are written in the language of the page.
  return useMemo(
    () => (data && metrics.length > 0 ? drawPlate(data, size, caption) : null),
    [data, metrics, size, caption, locale],
  );
}

/** An address of an SVG document for an image; the very document that is saved. */
export function usePictureAddress(svg: string | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (svg === null) return setAddress(null);
    const made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address;
}
