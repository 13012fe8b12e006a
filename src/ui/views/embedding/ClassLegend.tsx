import { toggleClass } from "../../../session/embedding/changes";
import { Roving } from "../../components/Roving";
import { usePlayground } from "../../context";
import { useTexts } from "../../language/useTexts";
import { ClassMark } from "../ClassMark";
import classes from "./embedding.module.css";
import { texts } from "./texts";
import { useClasses } from "./useEmbedding";

/** The classes by their marks; a press leaves one out of the picture, or brings it back. */
export function ClassLegend() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const { entries, count } = useClasses();
  if (entries.length === 0) return null;
  return (
    <Roving className={classes.legend} aria-label={t.classes}>
      {entries.map(({ name, label, isOn }) => (
        <button
          key={label}
          type="button"
          className={classes.entry}
          aria-pressed={isOn}
          title={t.toggle({ name })}
          onClick={() => toggleClass(playground, name)}
        >
          <ClassMark label={label} classes={count} />
          <span>{name}</span>
        </button>
      ))}
    </Roving>
  );
}
