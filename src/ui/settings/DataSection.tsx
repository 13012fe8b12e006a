import { Select } from "@mantine/core";
import { useRef } from "react";
import { getIn } from "../../config/paths";
import type { ExperimentConfig } from "../../config/schema";
import { fieldInfo } from "../../config/schemaInfo";
import { sourceOf } from "../../data/sources";
import { optionNames, sourceTexts } from "../../session/settings/names";
import { usePlayground, useSelect } from "../context";
import { AskAdvice } from "../data/advice/AskAdvice";
import { Summary } from "../data/Summary";
import { DrawButton } from "../data/sources/DrawButton";
import { KeptFiles } from "../data/sources/KeptFiles";
import { Loading } from "../data/sources/Loading";
import { OwnFiles } from "../data/sources/OwnFiles";
import { PublicSets } from "../data/sources/PublicSets";
import { SourceAddress } from "../data/sources/SourceAddress";
import { SourceFiles } from "../data/sources/SourceFiles";
import { texts as dataTable } from "../data/texts";
import { useTexts } from "../language/useTexts";
import { useControl } from "../panels/usePanels";
import { useOriginal } from "./Differs";
import { RowHead } from "./RowHead";
import classes from "./settings.module.css";
import { useSought } from "./sought";

/** Which data, what it looks like, and how to bring one's own. */
export function DataSection() {
  const playground = usePlayground();
  const source = useSelect((state) => state.draft.dataset);
  const { id } = source;
  const dataset = useSelect((state) => state.run?.dataset ?? null);
  const isShown = useSelect(({ run, draft }) => run !== null && areSameData(run.config.dataset, draft.dataset));
  const original = useOriginal("dataset.id");
  const control = useControl("dataset.id");
  const canBring = useControl("data") === "open" && control === "open";
  const row = useRef<HTMLDivElement>(null);
  useSought("dataset.id", row);
  const names = optionNames("dataset.id");
  const { label, tooltip } = sourceTexts().id;
  const options = (fieldInfo("dataset.id", {})?.options ?? []).map((value) => ({
    value,
    label: names[value] ?? value,
  }));
  return (
    <div className={classes.rows}>
      {control !== "hidden" && (
        <div ref={row} className={classes.row} data-locked={control === "locked" || undefined}>
          <RowHead {...{ label, tooltip }} original={canBring ? original : null} locked={control === "locked"} />
          <Select
            size="xs"
            aria-label={label}
            data={options}
            value={id}
            allowDeselect={false}
            disabled={control === "locked"}
            onChange={(value) => value && playground.setDataset(value)}
          />
        </div>
      )}
      <Loading />
      {dataset && isShown && <Summary dataset={dataset} />}
      {canBring && <Bringing source={source} />}
    </div>
  );
}

/** How other data is brought, where nobody has locked that. */
function Bringing({ source }: { source: DatasetConfig }) {
  const dataTexts = useTexts(dataTable);
  const { id } = source;
  return (
    <>
      {sourceOf(source).isMade && <p className={classes.hint}>{dataTexts.sources.own}</p>}
      <p className={classes.hint}>
        <AskAdvice />
      </p>
      {id === "files" && <SourceFiles />}
      {id === "url" && <SourceAddress />}
      {id === "public" && <PublicSets />}
      <DrawButton />
      <OwnFiles />
      <KeptFiles />
    </>
  );
}

type DatasetConfig = ExperimentConfig["dataset"];

/** Whether two configs are of the same files, address or set; of what is made here, of the same kind. */
function areSameData(a: DatasetConfig, b: DatasetConfig): boolean {
  return a.id === b.id && ["name", "url", "set"].every((field) => getIn(a, field) === getIn(b, field));
}
