import type { ArmConfig } from "../../../config/schema";
import { fieldInfo } from "../../../config/schemaInfo";
import { formatSetting } from "../../../i18n/format";
import { textsOf } from "../../../i18n/message";
import { OPTION_NAMES, objectiveOf } from "../../../objectives";
import { Info } from "../../components/Info";
import { texts as componentsTable } from "../../components/texts";
import { useTexts } from "../../language/useTexts";
import { NumberField } from "../NumberField";
import { texts } from "../texts";
import classes from "./armEditor.module.css";

interface ArmOptionsProps {
  arm: ArmConfig;
  change: (patch: Partial<ArmConfig>) => void;
}

/** The numbers that an arm's objective can be set by; an empty field is the objective's default. */
export function ArmOptions({ arm, change }: ArmOptionsProps) {
  const componentsTexts = useTexts(componentsTable);
  const t = useTexts(texts);
  const objective = objectiveOf(arm.objective);
  const names = useTexts(textsOf("objectives", objective)).options;
  return OPTION_NAMES.filter((name) => name in objective.options).map((name) => {
    const option = objective.options[name];
    const said = names[name];
    const info = fieldInfo(`arms.${name}`, {});
    if (!option || !said || !info) return null;
    return (
      <div className={classes.override} key={name}>
        <span className={classes.optionName}>
          {said.label}
          <Info label={componentsTexts.about({ title: said.label })}>{said.summary}</Info>
        </span>
        <NumberField
          label={said.label}
          info={info}
          value={arm[name]}
          placeholder={t.arms.byDefault({ value: formatSetting(option.default) })}
          onChange={(value) => change({ [name]: value })}
        />
      </div>
    );
  });
}
