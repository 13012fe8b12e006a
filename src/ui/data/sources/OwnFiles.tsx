import { ActionIcon, Button } from "@mantine/core";
import { IconDeviceFloppy, IconPencil } from "@tabler/icons-react";
import { isDrawing } from "../../../data/drawing/names";
import type { DatasetFiles } from "../../../data/types";
import { formatBytes } from "../../../i18n/format";
import { openDrawing } from "../../../session/data/drawing";
import { filesFor } from "../../../session/data/filesFor";
import { describeFiles } from "../../../session/data/ownFiles";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { texts } from "../texts";
import { StoredItem } from "./StoredItem";
import classes from "./sources.module.css";

/** Asks whether the files in use are to be kept on this device, and lists those that are, each with a way to delete it. */
export function OwnFiles() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const sets = useSelect((state) => state.ownFiles);
  const files = useSelect((state) => filesFor(state.draft, state.files));
  return (
    <>
      <KeepFiles files={files} />
      {sets.length > 0 && (
        <div className={classes.kept}>
          {t.ownFiles.kept}
          <ul>
            {sets.map(({ name, size }) => (
              <StoredItem key={name} name={name} size={size} onRemove={() => void playground.ownFiles.remove(name)}>
                {isDrawing(name) && <DrawOn name={name} />}
              </StoredItem>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** The way back to a drawing. */
function DrawOn({ name }: { name: string }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  return (
    <ActionIcon
      size={24}
      variant="subtle"
      color="gray"
      aria-label={t.sources.drawOn({ name })}
      onClick={() => openDrawing(playground, name)}
    >
      <IconPencil size={14} />
    </ActionIcon>
  );
}

/** Asks whether files that are at hand are to be kept. */
export function KeepFiles({ files }: { files: DatasetFiles | null }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const sets = useSelect((state) => state.ownFiles);
  if (!files || !playground.ownFiles.canKeep) return null;
  const { name, count, size } = describeFiles(files.files);
  if (sets.some((set) => set.name === name && set.size === size)) return null;
  return (
    <div className={classes.files}>
      <p className={classes.hint}>{t.ownFiles.ask({ count, size: formatBytes(size) })}</p>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconDeviceFloppy size={14} />}
        onClick={() => void playground.ownFiles.keep(files)}
      >
        {t.ownFiles.keep}
      </Button>
      <p className={classes.hint}>{t.ownFiles.hint({ count })}</p>
    </div>
  );
}
