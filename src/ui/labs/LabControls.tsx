import { getIn } from "../../config/paths";
import type { LabConfig, LabId } from "../../labs";
import { LAB_FIELDS } from "../../labs/fields";
import type { Control } from "../../session/settings/field";
import { rowTexts } from "../../session/settings/names";
import type { SettingTexts } from "../../settings/setting";
import { usePlayground } from "../context";
import { useTranslate } from "../language/useTexts";
import { FieldRow } from "../settings/FieldRow";
import classes from "./labs.module.css";
import { useLab } from "./useLab";

/** The settings of a lab as data: one row per field of its config. */
export interface LabField<I extends LabId> extends Control, SettingTexts {
  /** Names of the options of a choice. */
  options?: Record<string, string>;
  visible?: (config: LabConfig<I>) => boolean;
}

interface LabControlsProps<I extends LabId> {
  id: I;
  fields: readonly LabField<I>[];
}

/** The settings of a lab. */
export function LabControls<I extends LabId>({ id, fields }: LabControlsProps<I>) {
  const playground = usePlayground();
  const { config, errors } = useLab(id);
  const translate = useTranslate();
  const errorAt = (path: string) => errors.find((error) => error.path === path)?.said ?? null;
  return (
    <div className={classes.fields}>
      {fields.map((field) => {
        const info = LAB_FIELDS[id](field.path, config);
        const { label, tooltip, options = {} } = rowTexts(field, `${id}.`);
        const problem = errorAt(field.path);
        if (!info || field.visible?.(config) === false) return null;
        return (
          <FieldRow
            key={field.path}
            {...{ field, info, label, tooltip }}
            names={options}
            value={getIn(config, field.path)}
            error={problem ? translate(problem) : undefined}
            onChange={(value) => playground.labs.setField(id, field.path, value)}
          />
        );
      })}
    </div>
  );
}
