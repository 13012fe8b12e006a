import { useEffect, useRef } from "react";
import classes from "./formula.module.css";

type Katex = typeof import("katex").default;

/** Formulas of several parts are separated by \quad: a part a line, since MathML does not wrap. */
function linesOf(tex: string): string[] {
  return tex.split(/\\q?quad/).map((line) => line.trim().replace(/,$/, ""));
}

function typeset(katex: Katex, tex: string): HTMLElement {
  const line = document.createElement("span");
  katex.render(tex, line, { output: "mathml", throwOnError: false });
  return line;
}

/** Typesets TeX as MathML: no fonts and no style attributes to load. KaTeX itself comes when first needed. */
export function Formula({ tex }: { tex: string }) {
  const target = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let wanted = true;
    import("katex").then(
      ({ default: katex }) => {
        if (wanted) target.current?.replaceChildren(...linesOf(tex).map((line) => typeset(katex, line)));
      },
      (error: unknown) => console.info("Formulas stay as they are written: KaTeX could not be loaded.", error),
    );
    return () => {
      wanted = false;
    };
  }, [tex]);
  return (
    <span ref={target} className={classes.formula}>
      {tex}
    </span>
  );
}
