import { Switch, UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useId, useState } from "react";
import type { AugmentationRecipe } from "../../../augmentations/recipe";
import { textsOf } from "../../../i18n/message";
import { FIELDS } from "../../../session/settings/sections";
import { Info } from "../../components/Info";
import { texts as componentsTable } from "../../components/texts";
import { usePlayground } from "../../context";
import { useTexts, useTranslate } from "../../language/useTexts";
import { LockMark } from "../../panels/LockMark";
import { useControls } from "../../panels/usePanels";
import { ExperimentField } from "../../settings/ExperimentField";
import { texts as settingsTable } from "../../settings/texts";
import { useUnfolding } from "../../settings/useUnfolding";
import { isOn, type Operation, turnedOff, turnedOn } from "./operations";
import classes from "./operations.module.css";

interface OperationRowProps {
  operation: Operation;
  /** What the config comes to. */
  recipe: AugmentationRecipe;
  shape: readonly number[];
  /** Shows its fields from the beginning, if it is on. */
  open: boolean;
}

/** One operation in one line: what it is, what it comes to, and its switch; below, on demand, its ranges. */
export function OperationRow({ operation, recipe, shape, open }: OperationRowProps) {
  const playground = usePlayground();
  const on = isOn(operation, recipe);
  const [unfolded, setUnfolded] = useState(open && on);
  const id = useId();
  useUnfolding(
    (path) => !unfolded && path.replace("augmentation.", "") in operation.fields,
    () => setUnfolded(true),
  );
  const control = useControls();
  const states = Object.keys(operation.fields).map((field) => control(`augmentation.${field}`));
  const isOpen = states.every((state) => state === "open");
  const label = useTranslate()(textsOf("augmentations", operation).label);
  const turn = (next: boolean) => {
    const { augmentation } = playground.state.draft;
    const change = next ? turnedOn(operation, augmentation, shape) : turnedOff(operation, augmentation);
    playground.setField("augmentation", change);
    setUnfolded(next);
  };
  if (states.every((state) => state === "hidden")) return null;
  return (
    <div className={classes.operation} data-part={operation.within !== undefined || undefined}>
      <div className={classes.operationHead}>
        <UnstyledButton
          className={classes.operationName}
          aria-expanded={unfolded}
          aria-controls={id}
          onClick={() => setUnfolded(!unfolded)}
        >
          <IconChevronRight size={13} aria-hidden="true" />
          {label}
        </UnstyledButton>
        <Gist {...{ operation, recipe }} />
        {!isOpen && <LockMark name={label} />}
        <Switch
          size="xs"
          aria-label={label}
          checked={on}
          disabled={!isOpen}
          onChange={({ currentTarget }) => turn(currentTarget.checked)}
        />
      </div>
      <fieldset id={id} className={classes.ranges} aria-label={label} hidden={!unfolded}>
        {unfolded && <Ranges {...{ operation, recipe }} />}
      </fieldset>
    </div>
  );
}

type PartProps = Pick<OperationRowProps, "operation" | "recipe">;

/** What the operation does, on request, and what it comes to. */
function Gist({ operation, recipe }: PartProps) {
  const settingsTexts = useTexts(settingsTable);
  const componentsTexts = useTexts(componentsTable);
  const translate = useTranslate();
  const { label, guide, summary } = textsOf("augmentations", operation);
  const said = isOn(operation, recipe) ? translate({ ...summary, args: recipe }) : settingsTexts.off;
  return (
    <>
      <Info label={componentsTexts.about({ title: translate(label) })}>{translate(guide)}</Info>
      <span className={classes.operationSummary}>{said}</span>
    </>
  );
}

function Ranges({ operation, recipe }: PartProps) {
  return (Object.keys(operation.fields) as (keyof AugmentationRecipe)[]).map((name) => {
    const field = FIELDS.find(({ path }) => path === `augmentation.${name}`);
    return field && <ExperimentField key={name} field={field} automatic={recipe[name]} />;
  });
}
