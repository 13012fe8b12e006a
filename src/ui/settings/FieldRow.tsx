import { Button, SegmentedControl, Select, Slider, Switch } from "@mantine/core";
import { useMemo } from "react";
import type { FieldInfo } from "../../config/schemaInfo";
import { formatTick } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import type { Control } from "../../session/settings/field";
import { useTexts } from "../language/useTexts";
import type { Original } from "./Differs";
import { NumberField } from "./NumberField";
import { RowHead } from "./RowHead";
import classes from "./settings.module.css";
import { fieldStops, nearestStop } from "./stops";
import { texts } from "./texts";

/** Options that fit side by side. */
const SEGMENTS = 3;

/** A field of some config, as its row shows and changes it. */
export interface FieldRowProps {
  row?: React.Ref<HTMLDivElement>;
  field: Control;
  info: FieldInfo;
  label: string;
  tooltip: string;
  /** Smaller lines below the tooltip. */
  notes?: string[];
  /** Names of the options of a choice. */
  names?: Readonly<Record<string, string>>;
  value: unknown;
  /** The way back, where it was changed. */
  original?: Original | null;
  /** What an optional field comes to where it is left out. */
  automatic?: number | undefined;
  /** A problem that the config as a whole has with the value. */
  error?: string | undefined;
  /** It is seen, but cannot be changed. */
  locked?: boolean;
  onChange: (value: unknown) => void;
}

/** One setting: label with tooltip, and the control that the table of fields asks for. */
export function FieldRow({
  row,
  field,
  info,
  label,
  tooltip,
  notes = [],
  names = {},
  original,
  locked = false,
  ...bound
}: FieldRowProps) {
  const { value, automatic, error, onChange } = bound;
  const isNumber = field.control !== "choice" && field.control !== "switch";
  return (
    <div ref={row} className={classes.row} data-locked={locked || undefined}>
      <RowHead {...{ label, tooltip, notes, original, locked }} formula={field.formula}>
        <span className={classes.spring} />
        {field.control === "switch" && (
          <Switch
            size="xs"
            aria-label={label}
            checked={value === true}
            disabled={locked}
            onChange={({ currentTarget }) => onChange(currentTarget.checked)}
          />
        )}
        {isNumber && (
          <NumberInput {...{ label, info, automatic, error, locked, onChange }} value={value as number | undefined} />
        )}
      </RowHead>
      {field.control === "choice" && (
        <ChoiceControl
          {...{ label, info, names, error, locked }}
          value={String(value)}
          onChange={(option) => onChange(info.type === "number" ? Number(option) : option)}
        />
      )}
      {isNumber && (
        <SliderControl {...{ field, label, info, automatic, locked, onChange }} value={value as number | undefined} />
      )}
    </div>
  );
}

interface ControlProps<T> {
  label: string;
  info: FieldInfo;
  value: T;
  locked: boolean;
  onChange: (value: T) => void;
  error?: string | undefined;
}

type NumberProps = ControlProps<number | undefined> & { automatic?: number | undefined };

function NumberInput({ automatic, ...props }: NumberProps) {
  const t = useTexts(texts);
  const { optional } = props.info;
  return (
    <>
      {optional && !props.locked && props.value !== undefined && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          onClick={() => props.onChange(undefined)}
          title={t.clear}
        >
          {t.automatic}
        </Button>
      )}
      <NumberField {...props} placeholder={optional ? automaticText(automatic) : ""} />
    </>
  );
}

/** `auto 0.54` */
function automaticText(value: number | undefined): string {
  const t = translateAll(texts);
  return value === undefined ? t.automatic : `${t.automatic} ${formatTick(Number(value.toPrecision(3)))}`;
}

function SliderControl({ field, label, info, value, automatic, locked, onChange }: NumberProps & { field: Control }) {
  const t = useTexts(texts);
  const stops = useMemo(() => fieldStops(field, info), [field, info]);
  if (!stops) return null;
  return (
    <Slider
      size="sm"
      min={0}
      max={stops.length - 1}
      value={nearestStop(stops, value ?? automatic ?? (stops[0] as number))}
      label={null}
      thumbLabel={label}
      thumbValueText={value === undefined ? t.automatic : String(value)}
      data-unset={value === undefined || undefined}
      className={classes.slider}
      disabled={locked}
      onChange={(i) => onChange(stops[i])}
    />
  );
}

interface ChoiceProps extends ControlProps<string> {
  names: Readonly<Record<string, string>>;
}

function ChoiceControl({ names, label, info, value, locked, onChange, error }: ChoiceProps) {
  const data = (info.options ?? []).map((option) => ({ value: option, label: names[option] ?? option }));
  if (data.length <= SEGMENTS && !error)
    return <SegmentedControl size="xs" fullWidth aria-label={label} disabled={locked} {...{ data, value, onChange }} />;
  return (
    <Select
      size="xs"
      aria-label={label}
      data={data}
      value={value}
      error={error}
      disabled={locked}
      allowDeselect={false}
      onChange={(next) => next && onChange(next)}
      comboboxProps={{ shadow: "md" }}
    />
  );
}
