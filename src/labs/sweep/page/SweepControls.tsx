import { Button, NativeSelect, Select } from "@mantine/core";
import { armLabel } from "../../../config/arms";
import { setIn } from "../../../config/paths";
import { formatList, formatSetting } from "../../../i18n/format";
import { optionNames, settingName } from "../../../session/settings/names";
import { usePlayground } from "../../../ui/context";
import { useLab } from "../../../ui/labs/useLab";
import { useTexts, useTranslate } from "../../../ui/language/useTexts";
import { sweepLab } from "../lab";
import type { SweepConfig } from "../schema";
import { texts } from "../texts";
import { axisFields, startingValues } from "./fields";
import { ListField } from "./ListField";
import classes from "./sweep.module.css";

/** What the sweep varies, and what it varies: the experiment, both axes, and the arms that are compared. */
export function SweepControls() {
  return (
    <div className={classes.settings}>
      <BaseExperiment />
      <AxisControl name="x" />
      <AxisControl name="y" />
      <RateFactors />
      <PairChoice />
    </div>
  );
}

/** Changes the sweep as a whole. */
function useChange(): (config: SweepConfig) => void {
  const { labs } = usePlayground();
  return (config) => labs.setConfig("sweep", config);
}

/** The first problem that the config has at a field or within it. */
function useError(path: string): string | undefined {
  const { errors } = useLab("sweep");
  const translate = useTranslate();
  const error = errors.find((other) => other.path === path || other.path.startsWith(`${path}[`));
  return error && translate(error.said);
}

function BaseExperiment() {
  const t = useTexts(texts);
  const translate = useTranslate();
  const playground = usePlayground();
  const change = useChange();
  const { config } = useLab("sweep");
  const errors = useLab("sweep").errors.filter(({ path }) => path.startsWith("base."));
  const { arms, dataset, encoder, optimizer } = config.base;
  const over = (base: SweepConfig["base"]) => change({ ...config, base, armA: 0, armB: 1 });
  return (
    <section className={classes.base} aria-label={t.base.title}>
      <span className={classes.label}>{t.base.title}</span>
      <p>
        {t.base.gist({
          arms: formatList(arms.map((arm) => translate(armLabel(arm)))),
          data: optionNames("dataset.id")[dataset.id] ?? dataset.id,
          encoder: `${encoder.id} ${encoder.width}\u00d7${encoder.depth}`,
          optimizer: `${optimizer.id} ${formatSetting(optimizer.learningRate)}`,
        })}
      </p>
      {errors.map(({ path, said }) => (
        <p key={path} role="alert" className={classes.error}>{`${path}: ${translate(said)}`}</p>
      ))}
      <div className={classes.buttons}>
        <Button size="compact-xs" variant="default" onClick={() => over(playground.state.draft)}>
          {t.base.take}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => over(sweepLab.schema.parse({}).base)}>
          {t.base.light}
        </Button>
      </div>
    </section>
  );
}

function AxisControl({ name }: { name: "x" | "y" }) {
  const t = useTexts(texts);
  const change = useChange();
  const { config } = useLab("sweep");
  const fields = axisFields(config.base);
  const { path, values } = config[name];
  const turnTo = (next: string | null) => {
    const field = fields.find((candidate) => candidate.path === next);
    if (field)
      change({ ...config, [name]: { path: field.path, values: startingValues(field, config.base) }, slice: 0 });
  };
  const known = [...new Set([...fields.map((field) => field.path), path])];
  return (
    <div>
      <Select
        size="xs"
        searchable
        allowDeselect={false}
        label={t.axis[name]}
        data={known.map((value) => ({ value, label: settingName(value) }))}
        value={path}
        error={useError(`${name}.path`)}
        onChange={turnTo}
        comboboxProps={{ shadow: "md" }}
      />
      <ListField
        label={t.axis.values({ setting: settingName(path) })}
        description={t.axis.hint}
        value={values}
        error={useError(`${name}.values`)}
        onChange={(next) => change(setIn(config, `${name}.values`, next))}
      />
    </div>
  );
}

function RateFactors() {
  const t = useTexts(texts);
  const change = useChange();
  const { config } = useLab("sweep");
  const error = useError("rates.factors");
  if (config.rates.rule !== "search") return null;
  return (
    <ListField
      label={t.axis.factors}
      value={config.rates.factors}
      error={error}
      onChange={(next) => change(setIn(config, "rates.factors", next))}
    />
  );
}

/** Which two of more arms are compared. */
function PairChoice() {
  const t = useTexts(texts);
  const translate = useTranslate();
  const change = useChange();
  const { config } = useLab("sweep");
  const errors = { armA: useError("armA"), armB: useError("armB") };
  if (config.base.arms.length <= 2) return null;
  const data = config.base.arms.map((arm, i) => ({ value: String(i), label: translate(armLabel(arm)) }));
  const select = (field: "armA" | "armB", label: string) => (
    <NativeSelect
      size="xs"
      {...{ label, data }}
      value={String(config[field])}
      error={errors[field]}
      onChange={(event) => change({ ...config, [field]: Number(event.currentTarget.value) })}
    />
  );
  return (
    <div className={classes.buttons}>
      {select("armA", t.pair.a)}
      {select("armB", t.pair.b)}
    </div>
  );
}
