import { SegmentedControl, Slider } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useId, useState } from "react";
import { armLooks } from "../../../../config/arms";
import { parseConfig } from "../../../../config/parse";
import type { ArmConfig, ExperimentConfig } from "../../../../config/schema";
import { formatFixed, formatNumber } from "../../../../i18n/format";
import { axisOf, CURVES } from "../../../charts/anchor/logXiAxis";
import { WeightCurves } from "../../../charts/anchor/WeightCurves";
import { useDark } from "../../../context";
import { useLocale, useTexts } from "../../../language/useTexts";
import { percentOf } from "../../../percentOf";
import { TYPE } from "../../../typeScale";
import { useNaming } from "../../formula/lit";
import { FigureCard } from "../../views/FigureCard";
import { TapeDrawing } from "./TapeDrawing";
import { type TapeSetting, tapeOf } from "./tape";
import classes from "./tape.module.css";
import { texts } from "./texts";

const FIRST: TapeSetting = { logXi: -3, c: 0, isOpen: false };

/** The computation of the loss, to be played with: an anchor's log xi, the slider c, and the door of the stop-gradient. */
export function TapeFigure() {
  const { pictures, tape: t } = useTexts(texts);
  const [setting, setSetting] = useState(FIRST);
  const tape = tapeOf(setting);
  const change = (patch: Partial<TapeSetting>) => setSetting({ ...setting, ...patch });
  const value = formatNumber(tape.loss);
  return (
    <FigureCard title={pictures.tape} className={classes.card}>
      <TapeDrawing setting={setting} tape={tape} />
      <p className={classes.says} aria-live="polite">
        {tape.total === 0 ? t.nothing({ value }) : t.says({ value, total: percentOf(tape.total) })}
      </p>
      <Door isOpen={setting.isOpen} onChange={(isOpen) => change({ isOpen })} />
      <Range
        label={t.logXi}
        symbol="v"
        {...{ value: setting.logXi, min: -8, max: 4, step: 0.5 }}
        onChange={(logXi) => change({ logXi })}
      />
      <Range
        label={t.c}
        symbol="c"
        {...{ value: setting.c, min: 0, max: 1, step: 0.01 }}
        onChange={(c) => change({ c })}
      />
      <Curves c={setting.c} />
    </FigureCard>
  );
}

function Door({ isOpen, onChange }: { isOpen: boolean; onChange: (isOpen: boolean) => void }) {
  const { tape: t } = useTexts(texts);
  return (
    <div className={classes.row}>
      <span>{t.door}</span>
      <SegmentedControl
        size="xs"
        aria-label={t.door}
        value={isOpen ? "open" : "closed"}
        onChange={(value) => onChange(value === "open")}
        data={[
          { value: "closed", label: t.closed },
          { value: "open", label: t.open },
        ]}
      />
    </div>
  );
}

interface RangeProps {
  label: string;
  symbol: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
}

function Range({ label, symbol, value, ...range }: RangeProps) {
  const id = useId();
  const { "aria-pressed": _pressed, onClick: _press, ...naming } = useNaming(symbol);
  return (
    <div className={classes.range} {...naming}>
      <span id={id}>{label}</span>
      <Slider size="sm" label={null} thumbProps={{ "aria-labelledby": id }} {...{ value, ...range }} />
      <output className={classes.number}>{formatFixed(value, 2)}</output>
    </div>
  );
}

const HEIGHT = 130;
const ROOM = { left: 48, right: 14, top: 10, bottom: 22, text: TYPE.caption };
const AXIS = axisOf(CURVES);

/** The weight that c stands for, between the two losses. */
function Curves({ c }: { c: number }) {
  const { tape: t } = useTexts(texts);
  const dark = useDark();
  const locale = useLocale();
  const { ref, width } = useElementSize();
  const config = familyOf(c);
  const looks = armLooks(config, dark, locale);
  return (
    <figure className={classes.curves}>
      <div ref={ref} role="img" aria-label={t.curve({ c: formatNumber(c) })} style={{ height: HEIGHT }}>
        {width > 0 && (
          <WeightCurves {...{ width, looks }} height={HEIGHT} arms={config.arms} axis={AXIS} frame={ROOM} top={1.05} />
        )}
      </div>
      <figcaption>{t.curves({ c: formatNumber(c) })}</figcaption>
    </figure>
  );
}

/** InfoNCE, FlatNCE, and what lies between them. */
function familyOf(c: number): ExperimentConfig {
  const arms: ArmConfig[] = [{ objective: "infoNce" }, { objective: "flatNce" }, { objective: "dual", c }];
  const result = parseConfig({ arms });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.config;
}
