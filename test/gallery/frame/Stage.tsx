import { Suspense, useEffect, useRef, useState } from "react";
import type { Playground } from "../../../src/session/playground";
import { PageProviders } from "../../../src/ui/PageProviders";
import { type Exhibit, WIDTH } from "../exhibit";
import { frames, stillness } from "./frames";

interface StageProps {
  exhibit: Exhibit;
  scheme: "light" | "dark";
}

/** One exhibit in the product's own providers. It says that it is ready once everything in it is drawn. */
export function Stage({ exhibit, scheme }: StageProps) {
  const [playground, setPlayground] = useState<Playground | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let wanted = true;
    void exhibit.playground().then((next) => wanted && setPlayground(next));
    return () => {
      wanted = false;
    };
  }, [exhibit]);
  const { width = WIDTH, height, content: Content } = exhibit;
  return (
    <div ref={stage} className="stage" data-exhibit={exhibit.id} style={{ width, minHeight: height }}>
      {playground && (
        <PageProviders {...{ playground, scheme }}>
          <Suspense fallback={null}>
            <Content />
            <Ready stage={stage} act={exhibit.act} />
          </Suspense>
        </PageProviders>
      )}
    </div>
  );
}

interface ReadyProps {
  stage: React.RefObject<HTMLDivElement | null>;
  act: Exhibit["act"];
}

/** Stands beside the content: is there once all of it is. */
function Ready({ stage, act }: ReadyProps) {
  useEffect(() => {
    const shown = stage.current;
    if (!shown) return;
    let wanted = true;
    void (async () => {
      await frames(2);
      if (!wanted) return;
      await act?.(shown);
      // Formulas come when they are first needed.
      await import("katex");
      await document.fonts.ready;
      await frames(3);
      await stillness();
      if (wanted) shown.dataset.ready = "";
    })();
    return () => {
      wanted = false;
    };
  }, [stage, act]);
  return null;
}
