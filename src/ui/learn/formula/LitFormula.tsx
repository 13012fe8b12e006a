import { useEffect, useRef, useState } from "react";
import { noteMissing, typeset } from "../../components/typeset";
import classes from "./formula.module.css";
import { useLit } from "./lit";
import { linked, markSymbols, unmarked } from "./symbols";

const SYMBOL = "[data-symbol]";

/** A formula whose symbols light up with what they name. By keyboard the list of symbols below it does the same. */
export function LitFormula({ tex }: { tex: string }) {
  const target = useRef<HTMLDivElement>(null);
  const { lit, look, press } = useLit();
  const drawn = useTypeset(tex, target);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typeset anew is lit anew.
  useEffect(() => {
    for (const part of target.current?.querySelectorAll(SYMBOL) ?? [])
      part.toggleAttribute("data-lit", part.getAttribute("data-symbol") === lit);
  }, [lit, drawn]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the symbols' buttons below are the same for keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
    <div
      ref={target}
      className={classes.formula}
      onPointerOver={(event) => look({ hovered: symbolAt(event.target) })}
      onPointerLeave={() => look({ hovered: null })}
      onClick={(event) => {
        const symbol = symbolAt(event.target);
        if (symbol) press(symbol);
      }}
    >
      {unmarked(tex)}
    </div>
  );
}

/** Counts how often something was typeset. */
function useTypeset(tex: string, target: React.RefObject<HTMLElement | null>): number {
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    let wanted = true;
    typeset(linked(tex), true).then((line) => {
      if (!wanted) return;
      markSymbols(line);
      target.current?.replaceChildren(line);
      setDrawn((before) => before + 1);
    }, noteMissing);
    return () => {
      wanted = false;
    };
  }, [tex, target]);
  return drawn;
}

function symbolAt(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest(SYMBOL)?.getAttribute("data-symbol") ?? null) : null;
}
