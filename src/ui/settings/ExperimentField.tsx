import { useMemo } from "react";
import { getIn } from "../../config/paths";
import type { ExperimentConfig } from "../../config/schema";
import { fieldInfo } from "../../config/schemaInfo";
import { translateAll } from "../../i18n/translate";
import { usePlayground, useSelect } from "../context";
import { FieldRow } from "./FieldRow";
import type { Field } from "./field";
import { texts } from "./texts";

interface ExperimentFieldProps {
  field: Field;
  /** What it comes to where it is left out, if that is known. */
  automatic?: number;
}

/** One setting of the experiment. */
export function ExperimentField({ field, automatic }: ExperimentFieldProps) {
  const playground = usePlayground();
  const draft = useSelect((state) => state.draft);
  const error = useSelect((state) => state.draftErrors.find(({ path }) => path === field.path)?.message);
  const [data, encoder] = [draft.dataset.id, draft.encoder.id];
  const info = useMemo(
    () => fieldInfo(field.path, { dataset: { id: data }, encoder: { id: encoder } }),
    [field.path, data, encoder],
  );
  const { label, tooltip, options = {} } = field;
  if (!info) return null;
  return (
    <FieldRow
      {...{ field, info, label, tooltip, error, automatic }}
      notes={notesOf(field, draft)}
      names={options}
      value={getIn(draft, field.path)}
      onChange={(value) => playground.setField(field.path, value)}
    />
  );
}

function notesOf({ note }: Field, draft: ExperimentConfig): string[] {
  const t = translateAll(texts);
  return [...(note ? [note(draft)] : []), t.restart];
}
