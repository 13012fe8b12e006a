import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { useShallow } from "zustand/shallow";
import { type AugmentationRecipe, augmentationRecipe } from "../../../augmentations/recipe";
import { sampleShape } from "../../../session/data/sampleShape";
import { FIELDS } from "../../../session/settings/sections";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { useControl } from "../../panels/usePanels";
import { ExperimentField } from "../../settings/ExperimentField";
import settings from "../../settings/settings.module.css";
import { texts as settingsTable } from "../../settings/texts";
import { useUnfolding } from "../../settings/useUnfolding";
import { OperationRow } from "./OperationRow";
import { isOn, OPERATIONS, type Operation, operationsFor, SIMCLR } from "./operations";
import classes from "./operations.module.css";

/** Of images, the rest is tucked away; points have no other. */
const FIRST = ["noise"];

/**
 * The augmentation: its strength, and every operation with its switch and ranges.
 * @param open shows all of them; the only one there is unfolded, many in a line each
 */
export function AugmentationControls({ open = false }: { open?: boolean }) {
  const settingsTexts = useTexts(settingsTable);
  const [more, setMore] = useState(open);
  const { recipe, operations, shape } = useAugmentation();
  useUnfolding(
    (path) => !more && path.startsWith("augmentation."),
    () => setMore(true),
  );
  const shown = operations.filter(({ id }) => more || FIRST.includes(id));
  return (
    <div className={settings.rows}>
      {shape.length === 3 && <Strength />}
      <div className={classes.operations}>
        {shown.map((operation) => (
          <OperationRow key={operation.id} {...{ operation, recipe, shape }} open={open && operations.length === 1} />
        ))}
      </div>
      {!open && operations.length > FIRST.length && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setMore(!more)} aria-expanded={more}>
          {more ? settingsTexts.less : settingsTexts.more}
        </Button>
      )}
    </div>
  );
}

/** What the draft's augmentation comes to on its data, and the operations that these can have. */
function useAugmentation(): { recipe: AugmentationRecipe; operations: Operation[]; shape: number[] } {
  const augmentation = useSelect((state) => state.draft.augmentation);
  // Every call makes another list.
  const shape = useSelect(useShallow(({ draft, run }) => sampleShape(draft, run)));
  return useMemo(() => {
    const recipe = augmentationRecipe(augmentation, shape);
    const isMissing = ({ within }: Operation) =>
      OPERATIONS.some((whole) => whole.id === within && !isOn(whole, recipe));
    return { recipe, shape, operations: operationsFor(shape).filter((operation) => !isMissing(operation)) };
  }, [augmentation, shape]);
}

function Strength() {
  const settingsTexts = useTexts(settingsTable);
  const playground = usePlayground();
  const isOpen = useControl("augmentation") === "open";
  const field = FIELDS.find(({ path }) => path === "augmentation.strength");
  return (
    <div className={classes.strength}>
      {field && <ExperimentField field={field} />}
      {isOpen && (
        <div className={classes.recipe}>
          <span className={settings.hint}>{settingsTexts.simclrHint}</span>
          <Button
            size="compact-xs"
            variant="default"
            title={settingsTexts.simclrTitle}
            onClick={() => playground.setField("augmentation", SIMCLR)}
          >
            {settingsTexts.simclr}
          </Button>
        </div>
      )}
    </div>
  );
}
