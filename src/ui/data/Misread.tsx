import { Button } from "@mantine/core";
import { useState } from "react";
import type { ExperimentConfig } from "../../config/schema";
import { fileName } from "../../data/download/fetchData";
import type { Misread as MisreadData } from "../../session/playgroundState";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "../settings/pendingChanges.module.css";
import { DataDialog } from "./DataDialog";
import { LaterEditor } from "./editor/LaterEditor";
import { texts } from "./editor/texts";

/** Where data could not be read as it was guessed: an offer to say what is what in it. */
export function Misread() {
  const misread = useSelect((state) => state.misread);
  const [opened, setOpened] = useState(false);
  // While it is read again, nothing is known of what was read before: what is being changed stays in sight.
  const [last, setLast] = useState(misread);
  if (misread && misread !== last) setLast(misread);
  if (!last || (!misread && !opened)) return null;
  return <Offer misread={last} opened={opened} onOpen={setOpened} />;
}

interface OfferProps {
  misread: MisreadData;
  opened: boolean;
  onOpen: (opened: boolean) => void;
}

function Offer({ misread, opened, onOpen }: OfferProps) {
  const t = useTexts(texts);
  const name = nameOf(misread.dataset);
  return (
    <section className={classes.notice} aria-label={t.offer.open}>
      <strong>{t.offer.title({ name })}</strong>
      <span>{t.offer.hint}</span>
      <div className={classes.noticeButtons}>
        <Button size="compact-sm" onClick={() => onOpen(true)}>
          {t.offer.open}
        </Button>
      </div>
      <DataDialog opened={opened} onClose={() => onOpen(false)} title={name}>
        <LaterEditor outline={misread.outline} data={misread} onRead={() => onOpen(false)} />
      </DataDialog>
    </section>
  );
}

function nameOf(dataset: ExperimentConfig["dataset"]): string {
  if (dataset.id === "url") return fileName(dataset.url);
  return dataset.id === "files" ? dataset.name : dataset.id;
}
