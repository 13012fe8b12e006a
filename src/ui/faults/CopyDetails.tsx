import { useState } from "react";
import { APP } from "../../record/build";
import { copyText } from "../actions/copy";
import { useTexts } from "../language/useTexts";
import type { Fault } from "./Boundary";
import classes from "./fault.module.css";
import { texts } from "./texts";

/** Copies what a person who mends it needs to know. Shows it where the browser refuses to copy. */
export function CopyDetails(fault: Pick<Fault, "error" | "place">) {
  const t = useTexts(texts).details;
  const [copied, setCopied] = useState<boolean | null>(null);
  const details = detailsOf(fault);
  return (
    <>
      <button type="button" className={classes.button} onClick={async () => setCopied(await copyText(details))}>
        {copied ? t.copied : t.copy}
      </button>
      {copied === false && <pre className={classes.details}>{details}</pre>}
    </>
  );
}

/** In English, for a report: no texts of the page. */
function detailsOf({ error, place }: Pick<Fault, "error" | "place">): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const { href } = window.location;
  return [`${APP.name} ${APP.version}`, href, navigator.userAgent, stack, place.trim()].join("\n");
}
