import { Button } from "@mantine/core";
import { Fragment, useEffect, useState } from "react";
import { type Health, healthOf } from "../../session/health/health";
import { copyText } from "../actions/copy";
import { PageDialog } from "../components/PageDialog";
import { usePlayground } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "./health.module.css";
import { type Row, rowsOf } from "./rows";
import { texts } from "./texts";

/** How the page is, as a table and as a text to copy. */
export default function HealthDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(texts);
  const health = useHealth(opened);
  return (
    <PageDialog opened={opened} onClose={onClose} title={t.title} size="lg">
      <p className={classes.about}>{t.about}</p>
      {health ? <Report health={health} /> : <p className={classes.about}>{t.asking}</p>}
    </PageDialog>
  );
}

/** Asked for anew whenever the dialog is opened; null until it is there. */
function useHealth(opened: boolean): Health | null {
  const playground = usePlayground();
  const [health, setHealth] = useState<Health | null>(null);
  useEffect(() => {
    if (!opened) return;
    let isWanted = true;
    void healthOf(playground, window).then((found) => isWanted && setHealth(found));
    return () => {
      isWanted = false;
    };
  }, [opened, playground]);
  return health;
}

function Report({ health }: { health: Health }) {
  const t = useTexts(texts);
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const text = JSON.stringify(health, null, 1);
  const parts = rowsOf(health, t);
  return (
    <>
      <Part title={t.parts.computes} rows={parts.computes} />
      <Part title={t.parts.kept} rows={parts.kept} />
      <Part title={t.parts.page} rows={parts.page} />
      <Part title={t.parts.faults} rows={parts.faults} />
      <div className={classes.foot}>
        <Button size="compact-md" onClick={async () => setCopied(await copyText(text))}>
          {isCopied ? t.copied : t.copy}
        </Button>
        <a href="./licences.txt">{t.parcels}</a>
        <a href="./sbom.json">{t.bill}</a>
      </div>
      {isCopied === false && <pre className={classes.text}>{text}</pre>}
    </>
  );
}

function Part({ title, rows }: { title: string; rows: Row[] }) {
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.rows}>
        {rows.map(([name, value]) => (
          <Fragment key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
