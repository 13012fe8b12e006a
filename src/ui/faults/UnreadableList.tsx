import { IconDownload, IconTrash } from "@tabler/icons-react";
import { isRecord } from "../../config/paths";
import { formatDateTime } from "../../i18n/format";
import type { StoreId } from "../../storage/stores";
import type { Unreadable } from "../../storage/unreadable";
import { IconButton } from "../components/IconButton";
import { usePlayground, useSelect } from "../context";
import { useTexts, useTranslate } from "../language/useTexts";
import { saveUnreadable } from "../saving";
import { texts } from "./texts";
import classes from "./unreadable.module.css";

/** Reasons that are said of a document; the others are counted. */
const REASONS = 3;

/** Counts what a store holds that this version cannot read, and lists it on demand, to be saved or deleted. */
export function UnreadableList({ store }: { store: StoreId }) {
  const t = useTexts(texts).unreadable;
  const documents = useSelect((state) => state.unreadable[store]);
  if (documents.length === 0) return null;
  return (
    <details className={classes.box}>
      <summary>{t[store]({ n: documents.length })}</summary>
      <p className={classes.about}>
        {t.about} {store === "labs" && t.rows}
      </p>
      <ul className={classes.list}>
        {documents.map((document) => (
          <Item key={String(document.key)} store={store} document={document} />
        ))}
      </ul>
    </details>
  );
}

const QUIET = { variant: "subtle", color: "gray" } as const;

function Item({ store, document }: { store: StoreId; document: Unreadable }) {
  const t = useTexts(texts).unreadable;
  const playground = usePlayground();
  const { runs, labs } = playground;
  const remove = () => void (store === "runs" ? runs.remove([document.key]) : labs.remove(document.key));
  return (
    <li className={classes.item}>
      <span className={classes.when}>{dateOf(document) ?? t.noDate}</span>
      <Reasons document={document} />
      <span className={classes.buttons}>
        <IconButton {...QUIET} label={t.download} onClick={() => void saveUnreadable(playground, document)}>
          <IconDownload size={16} />
        </IconButton>
        <IconButton {...QUIET} label={t.remove} onClick={remove}>
          <IconTrash size={16} />
        </IconButton>
      </span>
    </li>
  );
}

function Reasons({ document: { reasons } }: { document: Unreadable }) {
  const t = useTexts(texts).unreadable;
  const translate = useTranslate();
  const others = reasons.length - REASONS;
  return (
    <ul className={classes.reasons}>
      {reasons.slice(0, REASONS).map(({ path, said }) => (
        <li key={path + said.id}>
          {path && <code>{path}</code>} {translate(said)}
        </li>
      ))}
      {others > 0 && <li>{t.others({ n: others })}</li>}
    </ul>
  );
}

/** When it began, if it says so. */
function dateOf({ content }: Unreadable): string | null {
  const date = new Date(isRecord(content) ? String(content.startedAt) : "");
  return Number.isNaN(date.getTime()) ? null : formatDateTime(date);
}
