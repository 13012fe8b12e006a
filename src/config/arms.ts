import { verbatim } from "../i18n/errors";
import { currentLocale, type Locale } from "../i18n/locale";
import { type Said, say } from "../i18n/message";
import { translate } from "../i18n/translate";
import { OBJECTIVES, OPTION_NAMES, objectiveName, objectiveOf, optionName } from "../objectives";
import { batchFamilies, batchSizeOf } from "./batchSizes";
import type { ArmConfig, ExperimentConfig } from "./schema";
import { texts } from "./texts";

/** The Okabe-Ito colors, as pairs for a light and a dark page. */
export const PALETTE: readonly { light: string; dark: string }[] = [
  { light: "#0072b2", dark: "#3c9fdc" },
  { light: "#d55e00", dark: "#f0802b" },
  { light: "#009e73", dark: "#1fc296" },
  { light: "#cc79a7", dark: "#dd93bc" },
  { light: "#e69f00", dark: "#f2b736" },
  { light: "#56b4e9", dark: "#7cc8f2" },
  { light: "#a89b00", dark: "#f0e442" },
  { light: "#000000", dark: "#e8e8e8" },
];

/** Dash of each arm's line, so that arms differ without color. */
const DASHES: readonly string[] = ["", "7 3", "2 3", "9 3 2 3", "12 4", "4 2", "1 4", "9 3 2 3 2 3"];

/** Color and dash of a line by its place in the palette: 0 is InfoNCE's, 1 FlatNCE's. */
export function lineLook(index: number, dark: boolean): Omit<ArmLook, "label"> {
  const { light, dark: onDark } = PALETTE[index % PALETTE.length] as (typeof PALETTE)[number];
  return { color: dark ? onDark : light, dash: DASHES[index % DASHES.length] ?? "" };
}

/** How an arm looks everywhere on the page. */
export interface ArmLook {
  label: string;
  color: string;
  dash: string;
}

/** Palette index of every arm: an objective with a place of its own has it wherever it stands, the others get what is left. */
function paletteIndices(arms: readonly ArmConfig[]): number[] {
  const taken = new Set<number>();
  const claim = (wanted: number | null) => {
    if (wanted === null || taken.has(wanted)) return null;
    taken.add(wanted);
    return wanted;
  };
  const fixed = arms.map((arm) => claim(objectiveOf(arm.objective).paletteIndex));
  const reserved = new Set([...taken, ...Object.values(OBJECTIVES).map(({ paletteIndex }) => paletteIndex)]);
  const free = [...PALETTE.keys()].filter((i) => !reserved.has(i));
  const spare = [...PALETTE.keys()].filter((i) => reserved.has(i) && !taken.has(i));
  return fixed.map((index) => index ?? free.shift() ?? spare.shift() ?? 0);
}

/**
 * Labels, colors and dashes of all arms; equal labels get a number appended. Arms that differ in their batch size alone share a dash
 * and a color, the paler the smaller their batch.
 */
export function armLooks(config: ExperimentConfig, dark: boolean, locale = currentLocale()): ArmLook[] {
  const families = batchFamilies(config);
  const indices = paletteIndices(families.map(([first]) => config.arms[first as number] as ArmConfig));
  const labels = uniqueLabels(config.arms, locale);
  return config.arms.map((arm, i) => {
    const family = families.findIndex((members) => members.includes(i));
    const { color, dash } = lineLook(indices[family] as number, dark);
    return {
      label: labels[i] as string,
      color: arm.colour ?? paler(color, paleness(config, families[family] ?? [], i), dark),
      dash: DASHES[family % DASHES.length] ?? dash,
    };
  });
}

/** What the palest of a family has of the page's background. */
const PALEST = 0.55;

function paleness(config: ExperimentConfig, family: readonly number[], arm: number): number {
  if (family.length === 1) return 0;
  const size = (i: number) => batchSizeOf(config, config.arms[i] as ArmConfig);
  const smaller = family.filter((i) => size(i) < size(arm)).length;
  return PALEST * (1 - smaller / (family.length - 1));
}

/** A color mixed with that of the page, white or nearly black. @param color `#rrggbb` */
function paler(color: string, share: number, dark: boolean): string {
  if (share === 0) return color;
  const background = dark ? 26 : 255;
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const mixed = channels.map((channel) => Math.round(channel + share * (background - channel)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function uniqueLabels(arms: ArmConfig[], locale: Locale): string[] {
  const labels = arms.map((arm) => translate(armLabel(arm), locale));
  return labels.map((label, i) => {
    const twins = labels.filter((other) => other === label).length;
    return twins > 1 ? `${label} (${labels.slice(0, i + 1).filter((other) => other === label).length})` : label;
  });
}

/** The arm's own label, or its objective's with the overrides that set it apart. */
export function armLabel(arm: ArmConfig): Said {
  if (arm.label) return verbatim(arm.label);
  const { phi } = objectiveOf(arm.objective);
  const objective = phi === null ? objectiveName(arm.objective) : verbatim(arm.phi ?? phi);
  const [first, ...others] = overridesOf(arm);
  if (!first) return objective;
  const overrides = others.reduce((before, other) => say(texts.overrides, { first: before, other }), first);
  return say(texts.arm, { objective, overrides });
}

function overridesOf(arm: ArmConfig): Said[] {
  const { temperature, temperatureRule, learningRate, batchSize, precision } = arm;
  const options = OPTION_NAMES.map((name) => {
    const value = arm[name];
    return value === undefined ? null : say(texts.option, { option: optionName(name), value });
  });
  return [
    temperature === undefined ? null : say(texts.temperature, { value: temperature }),
    temperatureRule === undefined ? null : say(texts.temperature, { value: texts.rules[temperatureRule] }),
    learningRate === undefined ? null : say(texts.learningRate, { value: learningRate }),
    batchSize === undefined ? null : say(texts.batchSize, { value: batchSize }),
    precision === undefined ? null : verbatim(precision),
    ...options,
  ].filter((override) => override !== null);
}
