import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { equal } from "../../../config/paths";
import type { Outline } from "../../../data/interpretation/outline";
import type { Interpretation } from "../../../data/interpretation/schema";
import type { Said } from "../../../i18n/message";
import { interpretationOf } from "../../../session/data/interpretationOf";
import { saidOfNotice } from "../../../session/notices";
import type { RefusedData } from "../../../session/playgroundState";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import dataClasses from "../data.module.css";
import { Choices } from "./Choices";
import classes from "./editor.module.css";
import { Fields } from "./Fields";
import { Pictures } from "./Pictures";
import { texts } from "./texts";

interface EditorProps {
  outline: Outline;
  data: Pick<RefusedData, "dataset" | "files">;
  /** Called once the data was read as it was said. */
  onRead?: () => void;
  /** What the data look like, as they were read. */
  children?: ReactNode;
}

/** What is what in somebody's data, to be said otherwise. Nothing is read before that is asked for. */
export default function Editor({ outline, data, onRead, children }: EditorProps) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const said = interpretationOf(data.dataset);
  const [wish, setWish] = useState<Interpretation>(said);
  const starting = useSelect((state) => state.starting);
  const isOpen = !equal(wish, said);
  const [refused, setRefused] = useState<Said | null>(null);
  const read = async (wanted: Interpretation) => {
    setRefused(null);
    const before = playground.state.notices.at(-1);
    if (await playground.loader.interpret(data, wanted)) return onRead?.();
    // The page behind says it too, whatever was the reason; of what was called off it says nothing.
    const notice = playground.state.notices.at(-1);
    if (notice && notice !== before) setRefused(saidOfNotice(notice));
  };
  const part = outline.fields.length > 0 ? outline.of : "pictures";
  const change = { outline, wish, onChange: setWish };
  return (
    <div className={classes.editor}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <section className={dataClasses.scroller} tabIndex={0} aria-label={t.tab}>
        <p className={classes.lead}>{t.lead[part]}</p>
        <Choices {...change} />
        {outline.pictures && <Pictures {...change} pictures={outline.pictures} />}
        {outline.fields.length > 0 && <Fields {...change} />}
        {children}
      </section>
      <footer className={classes.footer}>
        {refused && (
          <p role="alert" className={classes.refused}>
            {t.refused({ reason: refused })}
          </p>
        )}
        <Button size="compact-sm" disabled={!isOpen} loading={starting} onClick={() => void read(wish)}>
          {t.again}
        </Button>
        {isOpen && (
          <Button size="compact-sm" variant="default" onClick={() => setWish(said)}>
            {t.undo}
          </Button>
        )}
        {!isOpen && Object.keys(said).length > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => void read({})}>
            {t.revert}
          </Button>
        )}
        <span className={dataClasses.note}>{t.restarts}</span>
      </footer>
    </div>
  );
}
