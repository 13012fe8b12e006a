import type { ArmConfig } from "../../config/schema";
import { fieldInfo } from "../../config/schemaInfo";
import { formatSetting } from "../../i18n/format";
import { OPTION_NAMES, objectiveOf } from "../../objectives";
import { Info } from "../components/Info";
import { texts as componentsTable } from "../components/texts";
import { useTexts } from "../language/useTexts";
import { NumberField } from "./NumberField";
import classes from "./settings.module.css";
import { texts } from "./texts";

interface ArmOptionsProps {
  arm: ArmConfig;
  change: (patch: Partial<ArmConfig>) => void;
}

/** The numbers that an arm's objective can be set by; an empty field is the objective's default. */
export function ArmOptions({ arm, change }: ArmOptionsProps) {
  const componentsTexts = useTexts(componentsTable);
  const t = useTexts(texts);
  const { options } = objectiveOf(arm.objective);
  return OPTION_NAMES.filter((name) => name in options).map((name) => {
    const option = options[name];
    const info = fieldInfo(`arms.${name}`, {});
    if (!option || !info) return null;
    return (
      <div className={classes.override} key={name}>
        <span className={classes.optionName}>
          {option.label}
          <Info label={componentsTexts.about({ title: option.label })}>{option.summary}</Info>
        </span>
        <NumberField
          label={option.label}
          info={info}
          value={arm[name]}
          placeholder={t.arms.byDefault({ value: formatSetting(option.default) })}
          onChange={(value) => change({ [name]: value })}
        />
      </div>
    );
  });
}
