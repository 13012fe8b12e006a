import type { LabId } from "../../labs";
import { Notices } from "../shell/Notices";
import { labWords } from "../words/labs";
import { LabControls, type LabField, type LabFieldWords } from "./LabControls";
import classes from "./labs.module.css";
import { RunBar } from "./RunBar";

/** The words that every lab has. */
interface LabWords extends LabFieldWords {
  title: string;
  question: string;
  /** What to look for, and what would show that the theory is wrong. */
  lookFor: readonly string[];
  falsified: readonly string[];
}

interface LabFrameProps<I extends LabId> {
  id: I;
  words: LabWords;
  fields: readonly LabField<I>[];
  /** What its progress is counted in. */
  unit: string;
  /** Settings that the table of fields cannot express; they come first. */
  settings?: React.ReactNode;
  children: React.ReactNode;
}

/** The page of a lab: its question, its settings and its run, what was measured, and how to read it. */
export function LabFrame<I extends LabId>({ id, words, fields, unit, settings, children }: LabFrameProps<I>) {
  return (
    <main className={classes.page} tabIndex={-1}>
      <header className={classes.head}>
        <h2 className={classes.title}>{words.title}</h2>
        <p className={classes.question}>{words.question}</p>
      </header>
      <aside className={classes.controls} aria-label={labWords.shared.settings}>
        {settings}
        <LabControls id={id} words={words} fields={fields} />
      </aside>
      <div className={classes.bench}>
        <Notices />
        <RunBar id={id} unit={unit} />
      </div>
      <div className={classes.middle}>
        {children}
        <section className={classes.guide} aria-label={labWords.shared.guide}>
          <h3>{labWords.shared.lookFor}</h3>
          <Points texts={words.lookFor} />
          <h3>{labWords.shared.falsified}</h3>
          <Points texts={words.falsified} />
        </section>
      </div>
    </main>
  );
}

function Points({ texts }: { texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
