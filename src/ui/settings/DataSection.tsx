import { Button, FileButton, Select, TextInput } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { fieldInfo } from "../../store/schemaInfo";
import { usePlayground, useSelect } from "../context";
import { Summary } from "../data/Summary";
import { formatPercent } from "../format";
import { Info } from "../Info";
import { words } from "../words";
import classes from "./settings.module.css";

/** Which data, what it looks like, and how to bring one's own. */
export function DataSection() {
  const playground = usePlayground();
  const id = useSelect((state) => state.draft.dataset.id);
  const dataset = useSelect((state) => state.run?.dataset ?? null);
  const shown = useSelect((state) => state.run?.config.dataset.id);
  const names = words.settings.options["dataset.id"] ?? {};
  const [label, tooltip] = words.settings.fields["dataset.id"] ?? ["", ""];
  const options = (fieldInfo("dataset.id", {})?.options ?? []).map((value) => ({
    value,
    label: names[value] ?? value,
  }));
  return (
    <div className={classes.rows}>
      <div className={classes.rowHead}>
        <span className={classes.label}>{label}</span>
        <Info label={words.charts.about(label)}>{tooltip}</Info>
      </div>
      <Select
        size="xs"
        aria-label={label}
        data={options}
        value={id}
        allowDeselect={false}
        onChange={(value) => value && playground.setDataset(value)}
      />
      <Loading />
      {dataset && shown === id && <Summary dataset={dataset} />}
      {id === "url" && <AddressField />}
      {id === "files" && <FilePicker />}
    </div>
  );
}

/** How far the loading of data is, where it takes long. */
function Loading() {
  const playground = usePlayground();
  const share = useSelect((state) => state.loading);
  if (share === null) return null;
  return (
    <div className={classes.rowHead} role="status">
      <span className={classes.hint}>{words.data.loading(formatPercent(share))}</span>
      <span className={classes.spring} />
      <Button size="compact-xs" variant="default" onClick={() => void playground.cancelLoading()}>
        {words.data.cancel}
      </Button>
    </div>
  );
}

/** The address to fetch data from, which is taken when the user says so. */
function AddressField() {
  const playground = usePlayground();
  const address = useSelect(({ draft: { dataset } }) => (dataset.id === "url" ? dataset.url : ""));
  const error = useSelect((state) => state.draftErrors.find(({ path }) => path === "dataset.url")?.message);
  const [label, tooltip] = words.settings.fields["dataset.url"] ?? ["", ""];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void playground.restart();
      }}
    >
      <TextInput
        size="xs"
        type="url"
        label={label}
        description={tooltip}
        placeholder="https://"
        value={address}
        error={error}
        onChange={({ currentTarget }) => playground.setField("dataset.url", currentTarget.value)}
        rightSectionWidth={60}
        rightSection={
          <Button type="submit" size="compact-xs" variant="default">
            {words.data.load}
          </Button>
        }
      />
    </form>
  );
}

function FilePicker() {
  const playground = usePlayground();
  const name = useSelect((state) => (state.draft.dataset.id === "files" ? state.draft.dataset.name : ""));
  return (
    <div className={classes.files}>
      <FileButton multiple onChange={(files) => files.length > 0 && void playground.loadFiles(files)}>
        {(props) => (
          <Button {...props} size="compact-sm" variant="default" leftSection={<IconFileUpload size={14} />}>
            {words.data.choose}
          </Button>
        )}
      </FileButton>
      {name && <p className={classes.fileName}>{name}</p>}
      <p className={classes.hint}>{words.data.drop}</p>
    </div>
  );
}
