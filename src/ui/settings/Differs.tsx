import { Tooltip, UnstyledButton } from "@mantine/core";
import { useMemo } from "react";
import { equal, getIn } from "../../config/paths";
import { originalValue } from "../../config/presets/original";
import { valueInWords } from "../../session/settings/changeInWords";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "./settings.module.css";
import { texts } from "./texts";

/** What a setting goes back to, in words, and how; null where it is there. */
export interface Original {
  value: string;
  restore: () => void;
}

/** The way back of a setting that is not as the preset has it. */
export function useOriginal(path: string): Original | null {
  const t = useTexts(texts);
  const playground = usePlayground();
  const draft = useSelect((state) => state.draft);
  const presetId = useSelect((state) => state.presetId);
  const { dataset, encoder } = draft;
  const original = useMemo(
    () => originalValue(presetId, { dataset, encoder }, path),
    [presetId, dataset, encoder, path],
  );
  if (equal(original, getIn(draft, path))) return null;
  const value = original === undefined ? t.automatic : valueInWords(path, original);
  return { value, restore: () => playground.edit((draft) => draft.resetField(path)) };
}

/** A dot beside a setting that is not as the preset has it; it leads back, as a double press on the name does. */
export function Differs({ label, original }: { label: string; original: Original }) {
  const t = useTexts(texts);
  const isOfPreset = useSelect((state) => state.presetId !== null);
  const back = isOfPreset ? t.backToPreset : t.backToDefault;
  return (
    <Tooltip label={back({ value: original.value })}>
      <UnstyledButton
        className={classes.differs}
        aria-label={t.differs({ name: label, back: back({ value: original.value }) })}
        onClick={original.restore}
      />
    </Tooltip>
  );
}
