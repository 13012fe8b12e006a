import type { LabId } from "../../labs";
import { Guard, Guards } from "../faults/Guard";
import { UnreadableList } from "../faults/UnreadableList";
import { useTexts } from "../language/useTexts";
import { Notices } from "../shell/Notices";
import { EarlierResults } from "./EarlierResults";
import { LabControls, type LabField } from "./LabControls";
import classes from "./labs.module.css";
import { RunBar } from "./RunBar";
import { texts as shared } from "./texts";

/** What every lab says of itself. */
interface LabTexts {
  title: string;
  question: string;
  /** What to look for, and what would show that the theory is wrong. */
  lookFor: readonly string[];
  falsified: readonly string[];
}

interface LabFrameProps<I extends LabId> {
  id: I;
  texts: LabTexts;
  fields: readonly LabField<I>[];
  /** What its progress is counted in. */
  unit: string;
  /** Settings that the table of fields cannot express; they come first. */
  settings?: React.ReactNode;
  children: React.ReactNode;
}

/** The page of a lab: its question, its settings and its run, what was measured, and how to read it. */
export function LabFrame<I extends LabId>({ id, texts, fields, unit, settings, children }: LabFrameProps<I>) {
  const t = useTexts(shared);
  return (
    <main className={classes.page} tabIndex={-1}>
      <header className={classes.head}>
        <h2 className={classes.title}>{texts.title}</h2>
        <p className={classes.question}>{texts.question}</p>
      </header>
      <aside className={classes.controls} aria-label={t.settings}>
        <Guard>
          {settings}
          <LabControls id={id} fields={fields} />
        </Guard>
      </aside>
      <div className={classes.bench}>
        <Notices />
        <RunBar id={id} unit={unit} />
        <EarlierResults id={id} fields={fields} />
        <UnreadableList store="labs" />
      </div>
      <div className={classes.middle}>
        <Guards>{children}</Guards>
        <section className={classes.guide} aria-label={t.guide}>
          <h3>{t.lookFor}</h3>
          <Points texts={texts.lookFor} />
          <h3>{t.falsified}</h3>
          <Points texts={texts.falsified} />
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
