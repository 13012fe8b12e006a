import { Button, FileButton } from "@mantine/core";
import { IconFileUpload, IconFolderUp } from "@tabler/icons-react";
import { useRef } from "react";
import { picked } from "../../../data/readers/pickedFiles";
import { lacksFiles } from "../../../session/data/filesFor";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { texts } from "../texts";
import classes from "./sources.module.css";

/** Not every phone lets pages ask for folders. */
const asksForFolders = "webkitdirectory" in HTMLInputElement.prototype;

/** Files of the user's own, or a folder of them. */
export function SourceFiles() {
  const t = useTexts(texts);
  return (
    <div className={classes.files}>
      <Picked />
      <div className={classes.buttons}>
        <PickButtons />
      </div>
      <p className={classes.hint}>{t.sources.drop}</p>
    </div>
  );
}

/** Ask for files, or for a folder of them. */
export function PickButtons({ size = "compact-xs" }: Pick<PickButtonProps, "size">) {
  const t = useTexts(texts);
  return (
    <>
      <PickButton size={size} icon={IconFileUpload} label={t.sources.choose} />
      {asksForFolders && <PickButton folder size={size} icon={IconFolderUp} label={t.sources.chooseFolder} />}
    </>
  );
}

interface PickButtonProps {
  icon: typeof IconFileUpload;
  label: string;
  size?: "compact-xs" | "compact-sm";
  folder?: boolean;
}

function PickButton({ icon: Icon, label, size, folder = false }: PickButtonProps) {
  const playground = usePlayground();
  const reset = useRef<() => void>(null);
  const load = (files: File[]) => {
    if (files.length > 0) void playground.loadFiles(picked(files));
    // Or the same files, once they are mended, could not be picked again.
    reset.current?.();
  };
  return (
    <FileButton
      multiple
      resetRef={reset}
      ref={(input: HTMLInputElement | null) => {
        if (input) input.webkitdirectory = folder;
      }}
      onChange={load}
    >
      {(props) => (
        <Button {...props} size={size} variant="default" leftSection={<Icon size={14} />}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}

/** What was picked: the folder, or the files as far as they have room. */
function Picked() {
  const t = useTexts(texts);
  const name = useSelect(({ draft }) => (draft.dataset.id === "files" ? draft.dataset.name : ""));
  const isMissing = useSelect(lacksFiles);
  const count = useSelect((state) => state.files?.files.length ?? 0);
  if (name === "") return null;
  return (
    <p className={classes.fileName}>
      {name}
      {isMissing && <span className={classes.soft}> {t.sources.notAtHand}</span>}
      {!isMissing && count > 1 && <span className={classes.soft}> {t.sources.fileCount({ count })}</span>}
    </p>
  );
}
