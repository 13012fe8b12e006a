import { Button } from "@mantine/core";
import { translate } from "../../i18n/translate";
import { texts as importTable } from "../../session/runs/texts";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "./runs.module.css";
import { texts } from "./texts";

/** So many reasons are said; the files are counted. */
const REASONS = 3;

/** What came of the records that were brought. */
export function ImportNote() {
  const t = useTexts(texts);
  const counted = useTexts(importTable);
  const { store } = usePlayground();
  const imports = useSelect((state) => state.imports);
  if (!imports) return null;
  const { imported, known, left } = imports;
  const sentences = [
    imported > 0 && counted.imported({ n: imported }),
    known > 0 && counted.known({ n: known }),
    left.length > 0 &&
      counted.left({
        n: left.length,
        reasons: left
          .slice(0, REASONS)
          .map((said) => translate(said))
          .join("; "),
      }),
  ];
  return (
    <div className={classes.selection} role="status">
      {sentences.filter(Boolean).join(" ")}
      <Button size="compact-sm" variant="default" onClick={() => store.setState({ imports: null })}>
        {t.dismiss}
      </Button>
    </div>
  );
}
