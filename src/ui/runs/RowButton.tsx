import { focusOnce } from "./focusOnce";
import classes from "./table.module.css";

interface RowButtonProps {
  /** Its name, and what its browser tooltip says. */
  label: string;
  isPressed?: boolean;
  /** Takes the keyboard as it appears. */
  isFocused?: boolean;
  /** Does nothing now; it can still be reached, so that the keyboard keeps its place. */
  isOff?: boolean;
  onClick: () => void;
  /** The icon. */
  children: React.ReactNode;
}

/** A button of an icon alone, without a component's tooltip: a table has hundreds of them, and each would cost as much as its row. */
export function RowButton({ label, isPressed, isFocused = false, isOff = false, onClick, children }: RowButtonProps) {
  return (
    <button
      ref={isFocused ? focusOnce : undefined}
      type="button"
      className={classes.rowButton}
      title={label}
      aria-label={label}
      aria-pressed={isPressed}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onClick}
    >
      {children}
    </button>
  );
}
