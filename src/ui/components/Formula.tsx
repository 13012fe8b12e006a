import { useEffect, useRef } from "react";
import classes from "./formula.module.css";
import { noteMissing, typeset } from "./typeset";

/** Formulas of several parts are separated by \quad: a part a line, since MathML does not wrap. */
function linesOf(tex: string): string[] {
  return tex.split(/\\q?quad/).map((line) => line.trim().replace(/,$/, ""));
}

/** Typesets TeX as MathML. @param isInline within a line of text */
export function Formula({ tex, isInline = false }: { tex: string; isInline?: boolean }) {
  const target = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let wanted = true;
    Promise.all(linesOf(tex).map((line) => typeset(line))).then((lines) => {
      if (wanted) target.current?.replaceChildren(...lines);
    }, noteMissing);
    return () => {
      wanted = false;
    };
  }, [tex]);
  return (
    <span ref={target} className={isInline ? classes.inline : classes.formula}>
      {tex}
    </span>
  );
}
