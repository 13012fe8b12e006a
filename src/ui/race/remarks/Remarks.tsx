import { Button } from "@mantine/core";
import { useId, useState } from "react";
import { METRICS } from "../../../metrics";
import { metricTexts } from "../../../metrics/metricTexts";
import { MOST_SHOWN, type Remark } from "../../../record/narrator/narrate";
import { texts } from "../../../record/narrator/texts";
import { isUnaskedPause } from "../../../session/shown";
import { useSelect } from "../../context";
import { useTexts, useTranslate } from "../../language/useTexts";
import classes from "./remarks.module.css";
import { useRemarks } from "./useRemarks";

/**
 * What this run's numbers say, the most important first: folded, a line each and no more than three; opened, all of them, each with
 * the numbers, bounds and definitions that it rests on. No live region: the verdict above is one, and these come with it.
 */
export default function Remarks() {
  const t = useTexts(texts);
  const remarks = useRemarks();
  const list = useId();
  const [open, setOpen] = useState(false);
  // The verdict has a line more then, which says so.
  const isSparing = useSelect(isUnaskedPause);
  const shown = open ? remarks : remarks.slice(0, MOST_SHOWN);
  return (
    <div className={classes.remarks} data-remarks={open ? "open" : "folded"} data-sparing={isSparing}>
      {remarks.length > 0 && (
        <>
          <ul id={list} className={classes.list} aria-label={t.title}>
            {shown.map((remark) => (
              <li key={remark.id}>
                <Sentence remark={remark} open={open} />
              </li>
            ))}
          </ul>
          <Button
            className={classes.why}
            size="compact-xs"
            variant="subtle"
            aria-expanded={open}
            aria-controls={list}
            onClick={() => setOpen(!open)}
          >
            {open ? t.less : t.why({ n: remarks.length })}
          </Button>
        </>
      )}
    </div>
  );
}

function Sentence({ remark: { says, because, from }, open }: { remark: Remark; open: boolean }) {
  const t = useTexts(texts);
  const translate = useTranslate();
  const sentence = translate(says);
  if (!open) return <span title={sentence}>{sentence}</span>;
  return (
    <>
      <span>{sentence}</span>
      <p className={classes.reason}>
        {translate(because)}{" "}
        {from.map((metric) => {
          const { label, source } = metricTexts(METRICS[metric]);
          return <span key={metric}>{t.from({ metric: label, source })} </span>;
        })}
      </p>
    </>
  );
}
