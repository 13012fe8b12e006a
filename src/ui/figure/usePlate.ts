import { useEffect, useMemo, useState } from "react";
import { drawPlate, type Plate, type PlateData, plateData } from "../../export/plate/plate";
import type { PlateSize } from "../../export/plate/size";
import { yieldToEventLoop } from "../../worker/yield";
import { useLocale } from "../language/useTexts";
import type { Choices } from "./choices";
import type { FigureSource } from "./source";

interface Wanted extends Pick<Choices, "metrics" | "behind" | "asOnPage"> {
  size: PlateSize;
  caption: string;
}

/** What is reduced, and for what. */
interface Reduced {
  wish: () => Promise<PlateData>;
  data: PlateData;
}

/** The figure; null while it is worked out, and where no chart is chosen. */
export function usePlate(source: FigureSource, wanted: Wanted): Plate | null {
  const { metrics, behind, asOnPage, size, caption } = wanted;
  const locale = useLocale();
  const wish = useMemo(() => () => reduced(source, { metrics, behind, asOnPage }), [source, metrics, behind, asOnPage]);
  const data = useReduced(wish);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and numbers are written in the language of the page.
  return useMemo(
    () => (data && metrics.length > 0 ? drawPlate(data, size, caption) : null),
    [data, metrics, size, caption, locale],
  );
}

function reduced(source: FigureSource, { metrics, behind, asOnPage }: Omit<Wanted, "size" | "caption">) {
  const runs = behind ? [source.run, ...source.others] : [source.run];
  const alongOf = asOnPage ? source.page?.alongOf : undefined;
  return plateData(runs, metrics, { smoothing: source.smoothing, pause: yieldToEventLoop, alongOf });
}

/** What a wish has come to; null until then, as what came of another would stand under the wrong caption. */
function useReduced(wish: Reduced["wish"]): PlateData | null {
  const [last, setLast] = useState<Reduced | null>(null);
  useEffect(() => {
    let isWanted = true;
    const show = (next: () => Reduced) => {
      if (isWanted) setLast(next);
    };
    wish().then(
      (data) => show(() => ({ wish, data })),
      // What is thrown while the figure is drawn is said in its place.
      (error: unknown) =>
        show(() => {
          throw error;
        }),
    );
    return () => {
      isWanted = false;
    };
  }, [wish]);
  return last?.wish === wish ? last.data : null;
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
