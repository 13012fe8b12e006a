import { Tooltip } from "@mantine/core";
import { Suspense } from "react";
import { laterPart } from "../faults/laterPart";
import { useTexts } from "../language/useTexts";
import type { TermId } from "./explain";
import classes from "./glossary.module.css";
import { texts } from "./texts";

const Picture = laterPart<{ id: TermId }>(() => import("./pictures/Picture"));

interface TermProps {
  id: TermId;
  /** As the text has it. */
  word: string;
  /** Whether the Tab key stops here. */
  isStop: boolean;
}

/** A word with dots below it; hover, focus or touch shows what it means. */
export function Term({ id, word, isStop }: TermProps) {
  return (
    <Tooltip
      label={<Meaning id={id} />}
      multiline
      w={272}
      events={{ hover: true, focus: true, touch: true }}
      openDelay={150}
      withArrow
    >
      <button type="button" className={classes.term} tabIndex={isStop ? 0 : -1}>
        {word}
      </button>
    </Tooltip>
  );
}

/** One sentence and one picture. */
export function Meaning({ id }: { id: TermId }) {
  const t = useTexts(texts);
  return (
    <span className={classes.meaning}>
      <svg viewBox="0 0 240 92" className={classes.picture} aria-hidden="true">
        <Suspense fallback={null}>
          <Picture id={id} />
        </Suspense>
      </svg>
      <span>{t[id].sentence}</span>
    </span>
  );
}
