import { Info } from "../components/Info";
import { texts as componentsTable } from "../components/texts";
import { useTexts } from "../language/useTexts";
import { LockMark } from "../panels/LockMark";
import { Differs, type Original } from "./Differs";
import classes from "./settings.module.css";

interface RowHeadProps {
  label: string;
  tooltip: string;
  formula?: string | undefined;
  /** Smaller lines below the tooltip. */
  notes?: string[];
  /** The way back, where it was changed; a double press on the name takes it. */
  original?: Original | null | undefined;
  /** It is seen, but cannot be changed. */
  locked?: boolean | undefined;
  /** At the end of the line. */
  children?: React.ReactNode;
}

/** The name of a setting, with what it means. */
export function RowHead({ label, tooltip, formula, notes = [], original, locked, children }: RowHeadProps) {
  const t = useTexts(componentsTable);
  return (
    <div className={classes.rowHead}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the dot does the same for the keyboard. */}
      <span className={classes.label} onDoubleClick={original?.restore} onMouseDown={keepUnselected}>
        {label}
      </span>
      <Info label={t.about({ title: label })} formula={formula} notes={notes}>
        {tooltip}
      </Info>
      {locked && <LockMark name={label} />}
      {original && <Differs {...{ label, original }} />}
      {children}
    </div>
  );
}

/** A double press takes the way back, and selects no word. */
function keepUnselected(event: React.MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}
