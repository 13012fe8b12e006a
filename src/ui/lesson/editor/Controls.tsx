import { MultiSelect, SegmentedControl } from "@mantine/core";
import { exceptions, withControl, withExceptions } from "../../../session/lesson/arranging";
import { type ControlState, controlState, EVERYTHING } from "../../../session/panels/arrangement";
import { settingName } from "../../../session/settings/names";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { reachableSettings } from "../../settings/sought";
import classes from "./editor.module.css";
import type { PartProps } from "./part";
import { texts } from "./texts";

const STATES: readonly ControlState[] = ["open", "locked", "hidden"];

/** What of the page can be used, is seen only, or is not there. */
export function Controls({ draft, onChange }: PartProps) {
  const { controls: t } = useTexts(texts);
  const { arrangement } = draft;
  return (
    <fieldset className={classes.group}>
      <legend>{t.label}</legend>
      <div className={classes.controls}>
        {Object.entries(t.names).map(([name, label]) => (
          <div key={name} className={classes.control}>
            <span>{label}</span>
            <SegmentedControl
              size="xs"
              aria-label={label}
              data={STATES.map((state) => ({ value: state, label: t.states[state] }))}
              value={controlState(arrangement, name)}
              onChange={(state) =>
                onChange({ ...draft, arrangement: withControl(arrangement, name, state as ControlState) })
              }
            />
          </div>
        ))}
      </div>
      <Exceptions {...{ draft, onChange }} />
    </fieldset>
  );
}

/** Single settings that are not as all the others. */
function Exceptions({ draft, onChange }: PartProps) {
  const { controls: t } = useTexts(texts);
  const { arrangement } = draft;
  const all = controlState(arrangement, "settings");
  const choices = useSettings();
  const paths = choices.map(({ value }) => value);
  return (
    <MultiSelect
      size="xs"
      label={t.except[all]}
      placeholder={t.exceptions}
      data={choices}
      value={exceptions(arrangement, paths)}
      onChange={(chosen) => onChange({ ...draft, arrangement: withExceptions(arrangement, paths, chosen) })}
      searchable
      clearable
      hidePickedOptions
    />
  );
}

/** The settings that the experiment has, whatever the page shows of them. */
function useSettings(): { value: string; label: string }[] {
  const playground = usePlayground();
  const experiment = useSelect((state) => state.draft);
  const rows = reachableSettings({ ...playground.state, draft: experiment, arrangement: EVERYTHING });
  return [
    { value: "arms", label: settingName("arms") },
    ...rows.map(({ path, label, section }) => ({ value: path, label: `${section}: ${label}` })),
  ];
}
