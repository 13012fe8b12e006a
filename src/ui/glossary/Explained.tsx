import { useMemo, useRef } from "react";
import { nextIndex } from "../components/roving";
import { useTexts } from "../language/useTexts";
import { explain, type TermId } from "./explain";
import classes from "./glossary.module.css";
import { Term } from "./Term";
import { texts } from "./texts";

/**
 * A text whose words are explained where the reader meets them. All of its words are one stop of the Tab key: the first
 * takes the focus, the arrow keys go on from there.
 */
export function Explained({ text }: { text: string }) {
  const t = useTexts(texts);
  const whole = useRef<HTMLSpanElement>(null);
  const stretches = useMemo(() => {
    const forms = Object.entries(t).map(([id, term]) => [id, term.forms]);
    return explain(text, Object.fromEntries(forms) as Record<TermId, string>);
  }, [text, t]);
  const first = stretches.findIndex(({ term }) => term !== null);
  if (first < 0) return text;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus among the words, which are buttons.
    <span ref={whole} onKeyDown={(event) => moveFocus(event, whole.current)}>
      {stretches.map(({ text, term, closing }, i) =>
        term ? (
          <span key={term} className={classes.unbroken}>
            <Term id={term} word={text} isStop={i === first} />
            {closing}
          </span>
        ) : (
          text
        ),
      )}
    </span>
  );
}

function moveFocus(event: React.KeyboardEvent, whole: HTMLElement | null): void {
  const words = [...(whole?.querySelectorAll("button") ?? [])];
  const next = words[nextIndex(event.key, words.indexOf(event.target as HTMLButtonElement), words.length)];
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}
