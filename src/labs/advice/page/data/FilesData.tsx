import { lacksLabFiles } from "../../../../session/labs/labData";
import { useSelect } from "../../../../ui/context";
import { PickButtons } from "../../../../ui/data/sources/SourceFiles";
import { useTexts } from "../../../../ui/language/useTexts";
import type { AdviceConfig } from "../../schema";
import { texts } from "../../texts";
import classes from "../advice.module.css";

/** Files of the user's own: which, whether they are at hand, and how to bring them. */
export function FilesData({ base }: { base: AdviceConfig["base"] }) {
  const t = useTexts(texts);
  const isMissing = useSelect((state) => lacksLabFiles(base, state));
  const name = base.dataset.id === "files" ? base.dataset.name : "";
  return (
    <>
      <p className={isMissing && name ? classes.missing : classes.name} role={isMissing && name ? "alert" : undefined}>
        {name === "" ? t.data.none : isMissing ? t.data.missing({ name }) : name}
      </p>
      <div className={classes.buttons}>
        <PickButtons />
      </div>
      <p className={classes.hint}>{t.data.drop}</p>
    </>
  );
}
