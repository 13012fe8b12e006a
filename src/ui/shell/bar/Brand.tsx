import { useTexts } from "../../language/useTexts";
import { texts } from "../texts";
import classes from "./brand.module.css";

/** The name, with its mark: a curve that falls silent and one that does not. */
export function Brand() {
  const t = useTexts(texts);
  return (
    <h1 className={classes.brand}>
      <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" className={classes.markField} />
        <path d="M5 25 C14 25 14 8 27 8" className={classes.markInfo} />
        <path d="M5 8 H27" className={classes.markFlat} />
      </svg>
      <span className={classes.brandName}>{t.app.name}</span>
    </h1>
  );
}
