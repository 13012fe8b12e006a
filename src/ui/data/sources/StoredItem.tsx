import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { formatBytes } from "../../../i18n/format";
import { useTexts } from "../../language/useTexts";
import { texts } from "../texts";
import classes from "./sources.module.css";

interface StoredItemProps {
  name: string;
  /** Bytes. */
  size: number;
  /** Where it came from. */
  address?: string;
  onRemove: () => void;
  /** Something else that can be done with it. */
  children?: React.ReactNode;
}

/** Something that this device keeps, in a list, with a way to delete it. */
export function StoredItem({ name, size, address, onRemove, children }: StoredItemProps) {
  const t = useTexts(texts);
  return (
    <li>
      <span className={classes.keptName} title={address}>
        {name}
      </span>
      <span className={classes.soft}>{formatBytes(size)}</span>
      {children}
      <ActionIcon size={24} variant="subtle" color="gray" aria-label={t.sources.remove({ name })} onClick={onRemove}>
        <IconTrash size={14} />
      </ActionIcon>
    </li>
  );
}
