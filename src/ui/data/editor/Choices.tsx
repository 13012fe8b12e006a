import { NativeSelect } from "@mantine/core";
import type { Outline } from "../../../data/interpretation/outline";
import type { Interpretation } from "../../../data/interpretation/schema";
import { type ChoiceId, texts as words } from "../../../session/settings/interpretationTexts";
import { useTexts } from "../../language/useTexts";
import classes from "./editor.module.css";
import { texts } from "./texts";
import { choiceSaid, withChoice } from "./wish";

export interface WishProps {
  outline: Outline;
  wish: Interpretation;
  onChange: (wish: Interpretation) => void;
}

/** Those that make a difference to this data. */
export function Choices({ outline, wish, onChange }: WishProps) {
  const ids = Object.keys(outline.choices) as ChoiceId[];
  if (ids.length === 0) return null;
  return (
    <div className={classes.choices}>
      {ids.map((id) => (
        <Choice key={id} {...{ id, outline, wish, onChange }} />
      ))}
    </div>
  );
}

function Choice({ id, outline, wish, onChange }: WishProps & { id: ChoiceId }) {
  const t = useTexts(texts);
  const { label, options } = useTexts(words).choices[id];
  const names: Readonly<Record<string, string>> = options;
  const found = outline.choices[id];
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={choiceSaid(wish, id) ?? ""}
      onChange={({ currentTarget: { value } }) => onChange(withChoice(wish, id, value || undefined))}
      data={[
        { value: "", label: found === undefined ? t.guess : t.asFound({ option: names[found] ?? found }) },
        ...Object.entries(names).map(([value, name]) => ({ value, label: name })),
      ]}
    />
  );
}
