import { Radio, Stack } from "@mantine/core";
import { useTexts } from "../../language/useTexts";
import { texts } from "../texts";

/** Who does not know may say so, and is told what was measured all the same. */
export const UNSURE = "unsure";

interface PredictionProps {
  question: string;
  choices: readonly { id: string; label: string }[];
  value: string | null;
  onChange: (value: string) => void;
  /** It is too late to predict: something has been measured. */
  disabled?: boolean;
}

/** What will come of it: asked before it is measured. */
export function Prediction({ question, choices, value, onChange, disabled = false }: PredictionProps) {
  const t = useTexts(texts);
  return (
    <Radio.Group size="sm" label={question} value={value} onChange={onChange}>
      <Stack gap={6} mt={6}>
        {[...choices, { id: UNSURE, label: t.unsure }].map(({ id, label }) => (
          <Radio key={id} size="sm" value={id} label={label} disabled={disabled} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
