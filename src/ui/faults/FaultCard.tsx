import { useEffect } from "react";
import { saidOf } from "../../i18n/errors";
import { useTexts, useTranslate } from "../language/useTexts";
import type { Fault } from "./Boundary";
import { CopyDetails } from "./CopyDetails";
import classes from "./fault.module.css";
import { PartMissing } from "./later";
import { reload } from "./reload";
import { texts } from "./texts";

/** In the place of a part that broke: what happened, and what can be done about it. */
export function FaultCard(fault: Fault) {
  return fault.error instanceof PartMissing ? <Missing {...fault} /> : <Broken {...fault} />;
}

function Broken(fault: Fault) {
  const t = useTexts(texts).panel;
  const translate = useTranslate();
  return (
    <section className={classes.card} role="alert">
      <h2 className={classes.title}>{t.title}</h2>
      <p>{t.rest}</p>
      <p className={classes.reason}>{translate(saidOf(fault.error))}</p>
      <div className={classes.buttons}>
        <button type="button" className={classes.primary} onClick={fault.retry}>
          {t.retry}
        </button>
        <CopyDetails {...fault} />
      </div>
    </section>
  );
}

/** A file that does not come: a retry helps where the connection was gone, a reload where there is a new version of the page. */
function Missing(fault: Fault) {
  const t = useTexts(texts);
  const { retry } = fault;
  const isOffline = !navigator.onLine;
  useEffect(() => {
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [retry]);
  return (
    <section className={classes.card} role="alert">
      <h2 className={classes.title}>{t.missing.title}</h2>
      <p>{isOffline ? t.missing.offline : t.missing.online}</p>
      <p>{t.missing.reloading}</p>
      <div className={classes.buttons}>
        <button type="button" className={isOffline ? classes.primary : classes.button} onClick={retry}>
          {t.panel.retry}
        </button>
        <button type="button" className={isOffline ? classes.button : classes.primary} onClick={() => void reload()}>
          {t.page.reload}
        </button>
        <CopyDetails {...fault} />
      </div>
    </section>
  );
}
