import { Button } from "@mantine/core";
import { IconPlayerPlayFilled } from "@tabler/icons-react";
import { equal } from "../../config/paths";
import { findPreset, presetConfig } from "../../config/presets";
import { textsOf } from "../../i18n/message";
import { usePlayground, useSelect } from "../context";
import { useTexts, useTranslate } from "../language/useTexts";
import { Thumbnail } from "../race/presets/Thumbnail";
import { thumbnailOf } from "../race/presets/thumbnails";
import { texts as raceTable } from "../race/texts";
import { Notices } from "../shell/Notices";
import classes from "./embed.module.css";
import { OpenInFull } from "./OpenInFull";
import { texts } from "./texts";

/** What stands in a frame until somebody presses Play: which experiment it is, and what it once gave, of which nothing has to be loaded. */
export function Poster({ onPlay }: { onPlay: () => void }) {
  const t = useTexts(texts);
  const { presets } = useTexts(raceTable);
  const translated = useTranslate();
  const preset = findPreset(useSelect((state) => state.presetId));
  const lesson = useSelect((state) => state.lesson.shown?.title);
  const title = lesson || (preset ? translated(textsOf("presets", preset).title) : presets.custom);
  return (
    <main className={classes.poster} tabIndex={-1}>
      <Notices />
      <h1 className={classes.title}>{title}</h1>
      <Measured />
      <Button size="md" leftSection={<IconPlayerPlayFilled size={16} />} onClick={onPlay}>
        {t.play}
      </Button>
      <p className={classes.note}>
        {t.trains} <OpenInFull />
      </p>
    </main>
  );
}

/** The curves that the preset once gave; not where the frame's settings are others. */
function Measured() {
  const { draft } = usePlayground().state;
  const presetId = useSelect((state) => state.presetId);
  const measured = presetId === null ? undefined : thumbnailOf(presetId);
  const isSame = equal({ ...presetConfig(presetId), backend: draft.backend }, draft);
  return measured && isSame && <Thumbnail measured={measured} />;
}
