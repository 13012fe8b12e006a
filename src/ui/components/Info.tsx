import { ActionIcon, Tooltip } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { Formula } from "./Formula";
import classes from "./info.module.css";

interface InfoProps {
  /** Name of the button for screen readers. */
  label: string;
  children: React.ReactNode;
  formula?: string;
  /** Smaller lines below: source, direction. */
  notes?: string[];
}

/** A small button that explains what it stands beside, on hover, focus or touch. */
export function Info({ label, children, formula, notes = [] }: InfoProps) {
  const content = (
    <span className={classes.content}>
      <span>{children}</span>
      {formula && <Formula tex={formula} />}
      {notes.map((note) => (
        <small key={note}>{note}</small>
      ))}
    </span>
  );
  return (
    <Tooltip
      label={content}
      multiline
      w={300}
      events={{ hover: true, focus: true, touch: true }}
      openDelay={250}
      withArrow
    >
      <ActionIcon variant="subtle" size={24} color="gray" aria-label={label} className={classes.button}>
        <IconInfoCircle size={14} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
