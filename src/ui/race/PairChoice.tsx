import { NativeSelect } from "@mantine/core";
import type { ArmLook } from "../../config/arms";
import { texts } from "../../record/words/texts";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "./race.module.css";

/** Which two arms the verdict is about. */
export default function PairChoice({ looks }: { looks: ArmLook[] }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const { armA, armB } = useSelect((state) => state.view);
  const data = looks.map((look, i) => ({ value: String(i), label: look.label }));
  const select = (label: string, value: number, field: "armA" | "armB") => (
    <NativeSelect
      size="xs"
      aria-label={label}
      data={data}
      value={String(value)}
      onChange={(event) => playground.setView({ [field]: Number(event.currentTarget.value) })}
    />
  );
  return (
    <span className={classes.pair}>
      {t.compare} {select(t.compare, armB, "armB")} {t.comparedWith} {select(t.comparedWith, armA, "armA")}
    </span>
  );
}
