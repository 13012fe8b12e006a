import classes from "./figureCard.module.css";

interface FigureCardProps {
  title: string;
  /** Beside the title. */
  note?: string;
  /** How what is in it is laid out. */
  className: string | undefined;
  children: React.ReactNode;
}

/** What a chapter draws, under its name. */
export function FigureCard({ title, note, className, children }: FigureCardProps) {
  return (
    <section className={`${classes.card} ${className}`} aria-label={title}>
      <header className={classes.head}>
        <h4>{title}</h4>
        {note && <span className={classes.note}>{note}</span>}
      </header>
      {children}
    </section>
  );
}
