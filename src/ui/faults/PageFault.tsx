import { useEffect, useState } from "react";
import { download, exportName } from "../../export/download";
import { saidOf } from "../../i18n/errors";
import { useTexts, useTranslate } from "../language/useTexts";
import type { Fault } from "./Boundary";
import { CopyDetails } from "./CopyDetails";
import classes from "./fault.module.css";
import { reload, reloadPlain } from "./reload";
import { texts } from "./texts";

interface PageFaultProps extends Fault {
  /** All that this browser keeps, as JSON. */
  stored: () => Promise<string>;
}

/** In the place of a page that broke. Plain HTML: whatever the page is made of may be what broke it. */
export function PageFault({ stored, ...fault }: PageFaultProps) {
  const t = useTexts(texts).page;
  const translate = useTranslate();
  const { retry } = fault;
  useEffect(() => {
    window.addEventListener("hashchange", retry);
    return () => window.removeEventListener("hashchange", retry);
  }, [retry]);
  return (
    <main className={classes.page}>
      <section className={classes.card} role="alert">
        <h1 className={classes.title}>{t.title}</h1>
        <p className={classes.reason}>{translate(saidOf(fault.error))}</p>
        <div className={classes.buttons}>
          <button type="button" className={classes.primary} onClick={() => void reload()}>
            {t.reload}
          </button>
          <button type="button" className={classes.button} onClick={() => void reloadPlain()}>
            {t.plain}
          </button>
          <CopyDetails {...fault} />
        </div>
      </section>
      <KeepData stored={stored} />
    </main>
  );
}

function KeepData({ stored }: Pick<PageFaultProps, "stored">) {
  const t = useTexts(texts).page;
  const translate = useTranslate();
  const [failure, setFailure] = useState("");
  const save = async () => {
    try {
      const content = new Blob([await stored()], { type: "application/json" });
      download(exportName("stored", new Date().toISOString(), "json"), content);
    } catch (error) {
      setFailure(translate(saidOf(error)));
    }
  };
  return (
    <section className={classes.data}>
      <p>{t.data}</p>
      <button type="button" className={classes.button} onClick={() => void save()}>
        {t.save}
      </button>
      {failure && <p className={classes.reason}>{failure}</p>}
    </section>
  );
}
