import { getIn } from "../../config/paths";
import type { LabConfig, LabId } from "../../labs";
import { LAB_FIELDS } from "../../labs/fields";
import { usePlayground } from "../context";
import { FieldRow } from "../settings/FieldRow";
import type { Control } from "../settings/field";
import classes from "./labs.module.css";
import { useLab } from "./useLab";

/** Words of a lab's settings, by their paths. */
export interface LabFieldWords {
  fields: Record<string, readonly [label: string, tooltip: string]>;
  /** Names of the options of choices. */
  options: Record<string, Record<string, string>>;
}

/** The settings of a lab as data: one row per field of its config. */
export interface LabField<I extends LabId> extends Control {
  visible?: (config: LabConfig<I>) => boolean;
}

interface LabControlsProps<I extends LabId> {
  id: I;
  words: LabFieldWords;
  fields: readonly LabField<I>[];
}

/** The settings of a lab. */
export function LabControls<I extends LabId>({ id, words, fields }: LabControlsProps<I>) {
  const playground = usePlayground();
  const { config, errors } = useLab(id);
  return (
    <div className={classes.fields}>
      {fields.map((field) => {
        const info = LAB_FIELDS[id](field.path, config);
        const [label, tooltip] = words.fields[field.path] ?? [field.path, ""];
        if (!info || field.visible?.(config) === false) return null;
        return (
          <FieldRow
            key={field.path}
            {...{ field, info, label, tooltip }}
            names={words.options[field.path] ?? {}}
            value={getIn(config, field.path)}
            error={errors.find(({ path }) => path === field.path)?.message}
            onChange={(value) => playground.labs.setField(id, field.path, value)}
          />
        );
      })}
    </div>
  );
}
