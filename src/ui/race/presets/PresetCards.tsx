import { PRESETS } from "../../../config/presets";
import { useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import classes from "./gallery.module.css";
import { PresetCard } from "./PresetCard";
import { texts } from "./texts";

/** All presets; comes, with the pictures, when the gallery is first opened. */
export default function PresetCards({ onChoose }: { onChoose: (id: string) => void }) {
  const t = useTexts(texts);
  const chosen = useSelect((state) => state.presetId);
  return (
    <>
      <p className={classes.about}>{t.about}</p>
      <ul className={classes.cards}>
        {PRESETS.map((preset) => (
          <PresetCard
            key={preset.id}
            preset={preset}
            isChosen={preset.id === chosen}
            onChoose={() => onChoose(preset.id)}
          />
        ))}
      </ul>
    </>
  );
}
