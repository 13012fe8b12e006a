import { Formula } from "../../components/Formula";
import { useTexts } from "../../language/useTexts";
import type { Chapter } from "../chapter";
import classes from "./formula.module.css";
import { useNaming } from "./lit";

interface Named {
  id: string;
  tex: string;
  name: string;
}

/** What the symbols of the formula are, each as a button that lights it up wherever it is. */
export function SymbolList({ chapter }: { chapter: Pick<Chapter, "symbols" | "texts"> }) {
  const t = useTexts(chapter.texts);
  return (
    <ul className={classes.symbols}>
      {chapter.symbols.map(({ id, tex }) => (
        <li key={id}>
          <SymbolButton id={id} tex={tex} name={t.symbols[id]?.name ?? id} />
          <span>{t.symbols[id]?.means}</span>
        </li>
      ))}
    </ul>
  );
}

/** A symbol with its name. */
export function SymbolButton({ id, tex, name }: Named) {
  return (
    <button type="button" className={classes.symbol} {...useNaming(id)}>
      <Formula tex={tex} />
      <span>{name}</span>
    </button>
  );
}
