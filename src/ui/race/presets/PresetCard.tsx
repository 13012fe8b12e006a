import type { Preset } from "../../../config/presets/preset";
import { textsOf } from "../../../i18n/message";
import { useTexts } from "../../language/useTexts";
import { ExpectedTime } from "./ExpectedTime";
import classes from "./gallery.module.css";
import { Thumbnail } from "./Thumbnail";
import { texts } from "./texts";
import { thumbnailOf } from "./thumbnails";

interface PresetCardProps {
  preset: Preset;
  isChosen: boolean;
  onChoose: () => void;
}

/** A preset with what it asks, what it showed, and what would refute it. The whole card can be pressed. */
export function PresetCard({ preset, isChosen, onChoose }: PresetCardProps) {
  const t = useTexts(texts);
  const { title, question, expected, refuted } = useTexts(textsOf("presets", preset));
  const measured = thumbnailOf(preset.id);
  return (
    <li className={classes.card} data-chosen={isChosen || undefined}>
      <h3 className={classes.name}>
        <button type="button" aria-current={isChosen || undefined} onClick={onChoose}>
          {title}
        </button>
        {isChosen && <span className={classes.mark}>{t.chosen}</span>}
      </h3>
      <p className={classes.question}>{question}</p>
      {measured ? <Thumbnail measured={measured} /> : <p className={classes.soft}>{t.noPicture}</p>}
      <ExpectedTime preset={preset} measured={measured} />
      <dl className={classes.claims}>
        <dt>{t.expected}</dt>
        <dd>{expected}</dd>
        <dt>{t.refuted}</dt>
        <dd>{refuted}</dd>
      </dl>
    </li>
  );
}
