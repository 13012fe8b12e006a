import { Loader } from "@mantine/core";
import { type ReactNode, Suspense } from "react";
import { PageDialog } from "../components/PageDialog";
import { Guard } from "../faults/Guard";
import { useTexts } from "../language/useTexts";
import { texts as shellTable } from "../shell/texts";
import classes from "./data.module.css";

interface DataDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** May come later. */
  children: ReactNode;
}

/** A dialog that is all about the data. */
export function DataDialog({ opened, onClose, title, children }: DataDialogProps) {
  const shellTexts = useTexts(shellTable);
  return (
    <PageDialog
      opened={opened}
      onClose={onClose}
      title={title}
      size="min(1120px, 94vw)"
      classNames={{ content: classes.panel, title: classes.title, body: classes.body }}
    >
      <Guard>
        <Suspense fallback={<Loader size="sm" aria-label={shellTexts.pages.loading} />}>{children}</Suspense>
      </Guard>
    </PageDialog>
  );
}
