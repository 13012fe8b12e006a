import { useMemo, useRef } from "react";
import { getIn } from "../../config/paths";
import { fieldInfo } from "../../config/schemaInfo";
import type { Field } from "../../session/settings/field";
import { rowTexts } from "../../session/settings/names";
import { usePlayground, useSelect } from "../context";
import { useTexts, useTranslate } from "../language/useTexts";
import { useControl } from "../panels/usePanels";
import { useOriginal } from "./Differs";
import { FieldRow } from "./FieldRow";
import { useSought } from "./sought";
import { texts } from "./texts";

interface ExperimentFieldProps {
  field: Field;
  /** What it comes to where it is left out, if that is known. */
  automatic?: number;
}

/** One setting of the experiment. */
export function ExperimentField({ field, automatic }: ExperimentFieldProps) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const draft = useSelect((state) => state.draft);
  const translate = useTranslate();
  const error = useSelect((state) => state.draftErrors.find(({ path }) => path === field.path));
  const [data, encoder] = [draft.dataset.id, draft.encoder.id];
  const info = useMemo(
    () => fieldInfo(field.path, { dataset: { id: data }, encoder: { id: encoder } }),
    [field.path, data, encoder],
  );
  const { label, tooltip, options = {} } = rowTexts(field);
  const row = useRef<HTMLDivElement>(null);
  useSought(field.path, row);
  const original = useOriginal(field.path);
  const control = useControl(field.path);
  if (!info || control === "hidden") return null;
  return (
    <FieldRow
      {...{ row, field, info, label, tooltip, automatic }}
      original={control === "open" ? original : null}
      locked={control === "locked"}
      error={error && translate(error.said)}
      notes={[...(field.note ? [field.note(draft)] : []), t.restart]}
      names={options}
      value={getIn(draft, field.path)}
      onChange={(value) => playground.setField(field.path, value)}
    />
  );
}
