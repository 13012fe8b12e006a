import { IconExternalLink } from "@tabler/icons-react";
import { formatUrl } from "../../session/address/address";
import { addressOf } from "../../session/boot";
import { NOT_EMBEDDED } from "../../session/embed/part";
import { EVERYTHING } from "../../session/panels/arrangement";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "./embed.module.css";
import { texts } from "./texts";

/** The same experiment on the whole page, in another tab. */
export function OpenInFull() {
  const t = useTexts(texts);
  const hash = useSelect((state) =>
    formatUrl({ ...addressOf(state), arrangement: EVERYTHING, lesson: null, embed: NOT_EMBEDDED }),
  );
  return (
    <a className={classes.open} href={`./#${hash}`} target="_blank" rel="noopener" aria-label={t.opens} title={t.opens}>
      <IconExternalLink size={15} stroke={1.7} aria-hidden="true" />
      <span className={classes.openName}>{t.open}</span>
    </a>
  );
}
