import { ActionIcon } from "@mantine/core";
import { IconPointer } from "@tabler/icons-react";
import { useState } from "react";
import { toggleClass } from "../../../session/embedding/changes";
import { Roving } from "../../components/Roving";
import { usePlayground } from "../../context";
import { useTexts } from "../../language/useTexts";
import { ClassMark } from "../ClassMark";
import { entryOf } from "../classLook";
import classes from "./embedding.module.css";
import { texts } from "./texts";
import { type ClassEntry, type Classes, useClasses } from "./useEmbedding";

/**
 * The classes by their marks; a press leaves one out of the picture, or brings it back. With Shift, or while its last button is pressed,
 * it chooses the samples of the class, in all pictures.
 */
export function ClassLegend() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const [isChoosing, setChoosing] = useState(false);
  const all = useClasses();
  const { entries, count } = all;
  if (entries.length === 0) return null;
  const press = (entry: ClassEntry, chooses: boolean) => {
    if (!chooses) return toggleClass(playground, entry.name);
    // What is left out could not be seen to be chosen.
    if (!entry.isOn) toggleClass(playground, entry.name);
    playground.anchors.chooseSamples(samplesOf(entry, all));
  };
  return (
    <Roving className={classes.legend} aria-label={t.classes}>
      {entries.map((entry) => (
        <button
          key={entry.label}
          type="button"
          className={classes.entry}
          data-off={!entry.isOn || undefined}
          {...(!isChoosing && { "aria-pressed": entry.isOn })}
          title={isChoosing ? t.choose({ name: entry.name }) : t.toggle({ name: entry.name })}
          onClick={(event) => press(entry, isChoosing || event.shiftKey)}
        >
          <ClassMark label={entry.label} classes={count} />
          <span>{entry.name}</span>
        </button>
      ))}
      <ActionIcon
        size={24}
        variant={isChoosing ? "filled" : "subtle"}
        color={isChoosing ? "dark" : "gray"}
        aria-pressed={isChoosing}
        aria-label={t.choosing}
        title={t.choosing}
        onClick={() => setChoosing(!isChoosing)}
      >
        <IconPointer size={16} />
      </ActionIcon>
    </Roving>
  );
}

/** The samples of a class that is listed. */
function samplesOf({ label }: ClassEntry, { labels, count }: Classes): number[] {
  return Array.from(labels ?? []).flatMap((own, sample) => (entryOf(own, count) === label ? [sample] : []));
}
