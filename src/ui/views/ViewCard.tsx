import type { Enlarging } from "../charts/useEnlarging";
import { Info } from "../components/Info";
import { texts as componentsTable } from "../components/texts";
import { Guard } from "../faults/Guard";
import { useTexts } from "../language/useTexts";
import classes from "./views.module.css";

interface ViewCardProps {
  title: string;
  guide: string;
  note: string;
  /** What stands in the place of the content while there is none. */
  waiting: string | null;
  /** At the end of the head. */
  button?: React.ReactNode;
  /** Name under which others find it on the page. */
  panel?: string;
  /** For a card that can be enlarged. */
  enlarging?: Enlarging["card"] | undefined;
  ref?: React.Ref<HTMLElement>;
  children: React.ReactNode;
}

/** A card of the column of views. */
export function ViewCard({ title, guide, note, waiting, button, panel, enlarging, ref, children }: ViewCardProps) {
  const componentsTexts = useTexts(componentsTable);
  return (
    <section {...enlarging} ref={ref} className={classes.card} data-panel={panel} aria-label={title}>
      <header className={classes.head}>
        <h2>{title}</h2>
        <Info label={componentsTexts.about({ title })}>{guide}</Info>
        <span className={classes.note}>{note}</span>
        {button}
      </header>
      {waiting === null ? <Guard>{children}</Guard> : <p className={classes.waiting}>{waiting}</p>}
    </section>
  );
}
