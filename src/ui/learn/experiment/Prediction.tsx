import { Radio, Stack } from "@mantine/core";
import { useTexts } from "../../language/useTexts";
import type { Chapter } from "../chapter";
import { texts } from "../texts";

/** Who does not know may say so, and is told what was measured all the same. */
export const UNSURE = "unsure";

interface PredictionProps {
  chapter: Chapter;
  value: string | null;
  onChange: (value: string) => void;
}

/** What will come of it: asked before it is measured. */
export function Prediction({ chapter, value, onChange }: PredictionProps) {
  const t = useTexts(texts);
  const words = useTexts(chapter.texts);
  const choices = [
    ...chapter.check.choices.map(({ id }) => ({ id, label: words.choices[id] ?? id })),
    { id: UNSURE, label: t.unsure },
  ];
  return (
    <Radio.Group size="sm" label={words.question} value={value} onChange={onChange}>
      <Stack gap={6} mt={6}>
        {choices.map(({ id, label }) => (
          <Radio key={id} size="sm" value={id} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
