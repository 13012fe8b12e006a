import { Button, NativeSelect } from "@mantine/core";
import { withKind } from "../../../config/kinds";
import { setIn } from "../../../config/paths";
import { fieldInfo } from "../../../config/schemaInfo";
import { sourceOf } from "../../../data/sources";
import { filesAtHand } from "../../../session/labs/labData";
import { optionNames } from "../../../session/settings/names";
import { usePlayground, useSelect } from "../../../ui/context";
import { KeepFiles } from "../../../ui/data/sources/OwnFiles";
import { useLab } from "../../../ui/labs/useLab";
import { useTexts } from "../../../ui/language/useTexts";
import type { AdviceConfig } from "../schema";
import { texts } from "../texts";
import classes from "./advice.module.css";
import { AddressData } from "./data/AddressData";
import { FilesData } from "./data/FilesData";
import { PublicData } from "./data/PublicData";

/** The first question: on which data. What is dropped on the page answers it as well. */
export function DataQuestion() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const { base } = useLab("advice").config;
  const names = optionNames("dataset.id");
  const files = useSelect((all) => filesAtHand(base, all));
  const kinds = fieldInfo("dataset.id", {})?.options ?? [];
  const change = (dataset: AdviceConfig["base"]["dataset"]) => void playground.giveToLab("advice", dataset);
  return (
    <section className={classes.data} aria-label={t.data.title}>
      <NativeSelect
        size="xs"
        label={t.data.title}
        data={kinds.map((value) => ({ value, label: names[value] ?? value }))}
        value={base.dataset.id}
        onChange={({ currentTarget }) => change(withKind(base, currentTarget.value).dataset)}
      />
      {sourceOf(base.dataset).isMade && <p className={classes.hint}>{t.data.made}</p>}
      {base.dataset.id === "files" && <FilesData base={base} />}
      {base.dataset.id === "url" && (
        <AddressData url={base.dataset.url} onChange={(url) => change(setIn(base.dataset, "url", url))} />
      )}
      {base.dataset.id === "public" && (
        <PublicData chosen={base.dataset.set} onChange={(set) => change(setIn(base.dataset, "set", set))} />
      )}
      <KeepFiles files={files} />
      <Button size="compact-xs" variant="default" onClick={() => change(playground.state.draft.dataset)}>
        {t.data.take}
      </Button>
    </section>
  );
}
