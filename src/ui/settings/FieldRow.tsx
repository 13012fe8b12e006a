import { Button, SegmentedControl, Select, Slider, Switch } from "@mantine/core";
import { useMemo } from "react";
import type { ExperimentConfig } from "../../experiment/config";
import { getIn } from "../../store/paths";
import { type FieldInfo, fieldInfo } from "../../store/schemaInfo";
import { usePlayground, useSelect } from "../context";
import { Info } from "../Info";
import { words } from "../words";
import type { Field } from "./fields";
import { NumberField } from "./NumberField";
import classes from "./settings.module.css";
import { fieldStops, nearestStop } from "./stops";

/** Options that fit side by side. */
const SEGMENTS = 3;

/** One setting: label with tooltip, and the control that the table of fields asks for. */
export function FieldRow({ field }: { field: Field }) {
  const playground = usePlayground();
  const draft = useSelect((state) => state.draft);
  const error = useSelect((state) => state.draftErrors.find(({ path }) => path === field.path)?.message);
  const [data, encoder] = [draft.dataset.id, draft.encoder.id];
  const info = useMemo(
    () => fieldInfo(field.path, { dataset: { id: data }, encoder: { id: encoder } }),
    [field.path, data, encoder],
  );
  const [label, tooltip] = words.settings.fields[field.wording ?? field.path] ?? [field.path, ""];
  if (!info) return null;
  const set = (value: unknown) => playground.setField(field.path, value);
  const value = getIn(draft, field.path);
  return (
    <div className={classes.row}>
      <div className={classes.rowHead}>
        <span className={classes.label}>{label}</span>
        <Info label={words.charts.about(label)} formula={field.formula} notes={notesOf(field, draft)}>
          {tooltip}
        </Info>
        <span className={classes.spring} />
        {field.control === "switch" && (
          <Switch
            size="xs"
            aria-label={label}
            checked={value === true}
            onChange={({ currentTarget }) => set(currentTarget.checked)}
          />
        )}
        {field.control !== "choice" && field.control !== "switch" && (
          <NumberInput {...{ label, info, error }} value={value as number | undefined} onChange={set} />
        )}
      </div>
      {field.control === "choice" && (
        <ChoiceControl
          {...{ field, label, info, error }}
          value={String(value)}
          onChange={(option) => set(info.type === "number" ? Number(option) : option)}
        />
      )}
      {field.control !== "choice" && field.control !== "switch" && (
        <SliderControl {...{ field, label, info }} value={value as number | undefined} onChange={set} />
      )}
    </div>
  );
}

function notesOf({ note, needsRestart }: Field, draft: ExperimentConfig): string[] {
  return [...(note ? [note(draft)] : []), ...(needsRestart ? [words.settings.restart] : [])];
}

interface ControlProps<T> {
  label: string;
  info: FieldInfo;
  value: T;
  onChange: (value: T) => void;
  error?: string | undefined;
}

function NumberInput(props: ControlProps<number | undefined>) {
  const automatic = props.info.optional;
  return (
    <>
      {automatic && props.value !== undefined && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          onClick={() => props.onChange(undefined)}
          title={words.settings.clear}
        >
          {words.settings.automatic}
        </Button>
      )}
      <NumberField {...props} placeholder={automatic ? words.settings.automatic : ""} />
    </>
  );
}

function SliderControl({ field, label, info, value, onChange }: ControlProps<number | undefined> & { field: Field }) {
  const stops = useMemo(() => fieldStops(field, info), [field, info]);
  if (!stops) return null;
  return (
    <Slider
      size="sm"
      min={0}
      max={stops.length - 1}
      value={value === undefined ? 0 : nearestStop(stops, value)}
      label={null}
      thumbLabel={label}
      thumbValueText={value === undefined ? words.settings.automatic : String(value)}
      data-unset={value === undefined || undefined}
      className={classes.slider}
      onChange={(i) => onChange(stops[i])}
    />
  );
}

function ChoiceControl({ field, label, info, value, onChange, error }: ControlProps<string> & { field: Field }) {
  const names = words.settings.options[field.path] ?? {};
  const data = (info.options ?? []).map((option) => ({ value: option, label: names[option] ?? option }));
  if (data.length <= SEGMENTS && !error)
    return <SegmentedControl size="xs" fullWidth aria-label={label} data={data} value={value} onChange={onChange} />;
  return (
    <Select
      size="xs"
      aria-label={label}
      data={data}
      value={value}
      error={error}
      allowDeselect={false}
      onChange={(next) => next && onChange(next)}
      comboboxProps={{ shadow: "md" }}
    />
  );
}
