import classes from "./labs.module.css";

/** A box in which a table scrolls, by keyboard as well. */
export function TableBox({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the card around it is the landmark.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <div className={classes.scroller} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
