import { useRef } from "react";
import { rangeOfLine } from "../../config/text/text";
import classes from "./json.module.css";

interface CodeAreaProps {
  /** Its name for screen readers. */
  label: string;
  text: string;
  onChange: (text: string) => void;
  /** Lines that something is wrong in. */
  wrong: ReadonlySet<number>;
  /** Id of what says what. */
  describedBy: string;
  area: React.RefObject<HTMLTextAreaElement | null>;
}

/** A text of many lines, each with its number. */
export function CodeArea({ label, text, onChange, wrong, describedBy, area }: CodeAreaProps) {
  const gutter = useRef<HTMLDivElement>(null);
  const lines = Array.from({ length: text.split("\n").length }, (_, i) => i + 1);
  return (
    <div className={classes.code}>
      <div ref={gutter} className={classes.gutter} aria-hidden="true">
        {lines.map((line) => (
          <div key={line} data-wrong={wrong.has(line) || undefined}>
            {line}
          </div>
        ))}
      </div>
      <textarea
        ref={area}
        className={classes.area}
        wrap="off"
        value={text}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onScroll={({ currentTarget }) => gutter.current?.scrollTo({ top: currentTarget.scrollTop })}
        aria-label={label}
        aria-invalid={wrong.size > 0}
        aria-describedby={describedBy}
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
    </div>
  );
}

/** Selects a line and brings it into view. */
export function showLine(area: HTMLTextAreaElement, line: number): void {
  const [start, end] = rangeOfLine(area.value, line);
  area.focus();
  area.setSelectionRange(start, end);
  const height = area.scrollHeight / area.value.split("\n").length;
  area.scrollTop = (line - 0.5) * height - area.clientHeight / 2;
}
