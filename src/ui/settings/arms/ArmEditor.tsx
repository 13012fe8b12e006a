import { Button, ColorSwatch, Select, TextInput, Tooltip } from "@mantine/core";
import { IconCheck, IconTrash } from "@tabler/icons-react";
import { PALETTE } from "../../../config/arms";
import { type ArmConfig, TEMPERATURE_RULES, type TemperatureRuleId } from "../../../config/schema";
import { fieldInfo } from "../../../config/schemaInfo";
import { PRECISIONS } from "../../../engine/numberFormats";
import { formatSetting } from "../../../i18n/format";
import { textsOf } from "../../../i18n/message";
import { translate } from "../../../i18n/translate";
import { OBJECTIVES, type ObjectiveId, objectiveOf, withObjective } from "../../../objectives";
import { objectiveGroups } from "../../../objectives/choices";
import { optionNames } from "../../../session/settings/names";
import { Formula } from "../../components/Formula";
import { useDark, usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { NumberField } from "../NumberField";
import { texts } from "../texts";
import { ArmOptions } from "./ArmOptions";
import classes from "./armEditor.module.css";
import { PhiField } from "./PhiField";

/** All objectives as a list to choose from. */
function objectiveChoices() {
  return objectiveGroups().map(({ title, objectives }) => ({
    group: translate(title),
    items: objectives.map((objective) => ({
      value: objective.id,
      label: translate(textsOf("objectives", objective).label),
    })),
  }));
}

/** Everything about one arm: objective, label, color, and values of its own. */
export function ArmEditor({ index, onRemoved }: { index: number; onRemoved: () => void }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const draft = useSelect((state) => state.draft);
  const arm = draft.arms[index];
  if (!arm) return null;
  const setArms = (arms: ArmConfig[]) => playground.setField("arms", arms);
  const change = (patch: Partial<ArmConfig>) =>
    setArms(draft.arms.map((other, i) => (i === index ? changed(arm, patch) : other)));
  const remove = () => {
    setArms(draft.arms.filter((_, i) => i !== index));
    onRemoved();
  };
  return (
    <div className={classes.editor}>
      <ObjectiveSelect arm={arm} change={change} />
      <ArmOptions arm={arm} change={change} />
      <TextInput
        // Where a formula is typed, that is what the editor is opened for.
        data-autofocus={objectiveOf(arm.objective).phi === null || undefined}
        size="xs"
        label={t.arms.label}
        placeholder={t.arms.labelHint}
        maxLength={60}
        value={arm.label ?? ""}
        onChange={(event) => change({ label: event.currentTarget.value || undefined })}
      />
      <Override arm={arm} field="temperature" shared={draft.temperature} change={change} />
      <RuleSelect arm={arm} shared={draft.temperatureRule.id} change={change} />
      <Override arm={arm} field="learningRate" shared={draft.optimizer.learningRate} change={change} />
      <Override arm={arm} field="batchSize" shared={draft.batchSize} change={change} />
      <PrecisionSelect arm={arm} change={change} />
      <Colors arm={arm} change={change} />
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={14} />}
        disabled={draft.arms.length === 1}
        onClick={remove}
      >
        {t.arms.remove}
      </Button>
    </div>
  );
}

/** An arm with other values; a field that is undefined is left out, and then shared by all arms. */
function changed(arm: ArmConfig, patch: Partial<ArmConfig>): ArmConfig {
  const fields = Object.entries({ ...arm, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as ArmConfig;
}

function ObjectiveSelect({ arm, change }: PartProps) {
  const t = useTexts(texts);
  const { phi: initialPhi } = objectiveOf(arm.objective);
  return (
    <>
      <Select
        size="xs"
        label={t.arms.objective}
        data={objectiveChoices()}
        value={arm.objective}
        allowDeselect={false}
        searchable
        nothingFoundMessage={t.arms.noObjective}
        comboboxProps={{ withinPortal: false }}
        onChange={(id) => id && change(withObjective(arm, id as ObjectiveId))}
      />
      <ObjectiveNote id={arm.objective} />
      {initialPhi !== null && <PhiField value={arm.phi ?? initialPhi} onChange={(phi) => change({ phi })} />}
    </>
  );
}

function ObjectiveNote({ id }: { id: ArmConfig["objective"] }) {
  const { summary } = useTexts(textsOf("objectives", OBJECTIVES[id]));
  return (
    <div className={classes.objective}>
      <Formula tex={OBJECTIVES[id].formula} />
      <span>{summary}</span>
    </div>
  );
}

interface PartProps {
  arm: ArmConfig;
  change: (patch: Partial<ArmConfig>) => void;
}

function Override({
  arm,
  field,
  shared,
  change,
}: PartProps & { field: "temperature" | "learningRate" | "batchSize"; shared: number }) {
  const t = useTexts(texts);
  const info = fieldInfo(`arms.${field}`, {});
  if (!info) return null;
  return (
    <div className={classes.override}>
      <span>{t.arms[field]}</span>
      <NumberField
        label={t.arms[field]}
        info={info}
        value={arm[field]}
        placeholder={t.arms.inherited({ value: formatSetting(shared) })}
        onChange={(value) => change({ [field]: value })}
      />
    </div>
  );
}

function RuleSelect({ arm, shared, change }: PartProps & { shared: TemperatureRuleId }) {
  const t = useTexts(texts);
  const names = optionNames("temperatureRule.id");
  return (
    <Select
      size="xs"
      label={t.arms.temperatureRule}
      placeholder={t.arms.inherited({ value: names[shared] ?? shared })}
      data={TEMPERATURE_RULES.map((value) => ({ value, label: names[value] ?? value }))}
      value={arm.temperatureRule ?? null}
      clearable
      comboboxProps={{ withinPortal: false }}
      onChange={(rule) => change({ temperatureRule: (rule ?? undefined) as ArmConfig["temperatureRule"] })}
    />
  );
}

/** float32 is what an arm has without saying so. */
function PrecisionSelect({ arm, change }: PartProps) {
  const t = useTexts(texts);
  const set = (precision: ArmConfig["precision"]) =>
    change({ precision: precision === "float32" ? undefined : precision });
  return (
    <Select
      size="xs"
      label={t.arms.precision}
      description={t.arms.precisionHint}
      data={PRECISIONS.map((value) => ({ value, label: t.arms.precisions[value] }))}
      value={arm.precision ?? "float32"}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      onChange={(precision) => precision && set(precision as ArmConfig["precision"])}
    />
  );
}

function Colors({ arm, change }: PartProps) {
  const t = useTexts(texts);
  const dark = useDark();
  const options = [
    { value: undefined, shown: null, name: t.arms.colorDefault },
    ...PALETTE.map(({ light, dark: onDark }, place) => ({
      value: light,
      shown: dark ? onDark : light,
      name: t.arms.palette[place] ?? light,
    })),
  ];
  return (
    <fieldset className={classes.colors}>
      <legend>{t.arms.colour}</legend>
      {options.map(({ value, shown, name }) => (
        <Tooltip key={name} label={name}>
          <ColorSwatch
            component="button"
            type="button"
            size={20}
            color={shown ?? "transparent"}
            className={classes.color}
            aria-label={name}
            aria-pressed={arm.colour === value}
            onClick={() => change({ colour: value })}
          >
            {arm.colour === value && <IconCheck size={12} color={shown ? "white" : "currentColor"} />}
          </ColorSwatch>
        </Tooltip>
      ))}
    </fieldset>
  );
}
