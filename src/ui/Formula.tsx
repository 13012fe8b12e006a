import { useEffect, useRef } from "react";

/** Typesets TeX as MathML: no fonts and no style attributes to load. KaTeX itself comes when first needed. */
export function Formula({ tex }: { tex: string }) {
  const target = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let wanted = true;
    void import("katex").then(({ default: katex }) => {
      if (wanted && target.current) katex.render(tex, target.current, { output: "mathml", throwOnError: false });
    });
    return () => {
      wanted = false;
    };
  }, [tex]);
  return (
    <span ref={target} className="formula">
      {tex}
    </span>
  );
}
