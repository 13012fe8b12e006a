import { Info } from "../components/Info";
import { texts as componentsTable } from "../components/texts";
import { useTexts } from "../language/useTexts";
import classes from "./settings.module.css";

interface RowHeadProps {
  label: string;
  tooltip: string;
  formula?: string | undefined;
  /** Smaller lines below the tooltip. */
  notes?: string[];
  /** At the end of the line. */
  children?: React.ReactNode;
}

/** The name of a setting, with what it means. */
export function RowHead({ label, tooltip, formula, notes = [], children }: RowHeadProps) {
  const t = useTexts(componentsTable);
  return (
    <div className={classes.rowHead}>
      <span className={classes.label}>{label}</span>
      <Info label={t.about({ title: label })} formula={formula} notes={notes}>
        {tooltip}
      </Info>
      {children}
    </div>
  );
}
