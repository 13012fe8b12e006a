import { type Said, say } from "../../i18n/message";
import { partIn, sideIn, viewStem } from "./names";
import type { Interpretation } from "./schema";
import type { Table, TableColumn } from "./table";
import { texts } from "./texts";

/** Which of several tables is what. */
export interface ArrangedTables {
  /** One table, several of the same columns (more rows), or two views of the same samples. */
  train: Table[];
  test: Table[];
  /** Tables of rows without labels, by their names, beside others. */
  unlabeled: Table[];
  areViews: boolean;
  /** Tables that are not used, with their rows, and why. */
  aside: { name: string; count: number; why: Said }[];
}

type Leave = (some: readonly Table[], why: Said) => void;

const SUBMISSION = /sample[ _-]?submission/i;
/** What the labels of a file of their own are called as a column. */
const LABEL = "label";
/** Labels, and perhaps an index before them. */
const MOST_LABEL_COLUMNS = 2;

/** By their names and columns alone. */
export function arrangeTables(all: readonly Table[], { tables: said }: Interpretation = {}): ArrangedTables {
  const aside: ArrangedTables["aside"] = [];
  const leave: Leave = (some, why) => aside.push(...some.map(({ name, count }) => ({ name, count, why })));
  const isForm = ({ name }: Table) => all.length > 1 && SUBMISSION.test(name);
  leave(all.filter(isForm), texts.submission);
  const tables = withLabels(all.filter((table) => !isForm(table)));
  const parts = { train: [] as Table[], test: [] as Table[], validation: [] as Table[], unlabeled: [] as Table[] };
  for (const table of tables) parts[partIn(table.name) ?? "train"].push(table);
  if (parts.test.length === 0) parts.test = parts.validation;
  else leave(parts.validation, texts.validation);
  if (parts.train.length === 0) [parts.train, parts.test] = [parts.test, []];
  if (parts.train.length === 0) [parts.train, parts.unlabeled] = [parts.unlabeled, []];
  const areViews = said === "views" || (said !== "rows" && areCalledViews(parts.train));
  const { unlabeled } = parts;
  if (!areViews)
    return { train: alike(parts.train, leave), test: alike(parts.test, leave), unlabeled, areViews, aside };
  const [train, test] = [parts.train, parts.test].map(byName) as [Table[], Table[]];
  leave([...train.slice(2), ...test.slice(2), ...unlabeled], texts.besideViews);
  return { train: train.slice(0, 2), test: test.slice(0, 2), unlabeled: [], areViews, aside };
}

function byName(tables: Table[]): Table[] {
  return [...tables].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function areCalledViews(tables: readonly Table[]): boolean {
  const [one, other] = tables.map(({ name }) => viewStem(name));
  return tables.length === 2 && one !== null && one === other;
}

/** Tables of the same columns; the largest such group of several, the others left aside. */
function alike(tables: readonly Table[], leave: Leave): Table[] {
  const groups = groupsOf(tables);
  const cells = (group: Table[]) => group.reduce((sum, { count, columns }) => sum + count * columns.length, 0);
  const [largest = []] = [...groups.values()].sort((one, other) => cells(other) - cells(one));
  const others = tables.filter((table) => !largest.includes(table));
  if (others.length > 0) leave(others, say(texts.otherColumns, { other: largest[0]!.name }));
  return largest;
}

function groupsOf(tables: readonly Table[]): Map<string, Table[]> {
  const groups = new Map<string, Table[]>();
  for (const table of tables) {
    const signature = table.columns.map(({ name }) => name).join("\n");
    groups.set(signature, [...(groups.get(signature) ?? []), table]);
  }
  return groups;
}

/** `y.csv` beside `x.csv` of as many rows is its column of labels. */
function withLabels(tables: readonly Table[]): Table[] {
  const labels = tables.filter(
    ({ name, columns }) => sideIn(name) === "labels" && columns.length <= MOST_LABEL_COLUMNS,
  );
  const samples = tables.filter((table) => !labels.includes(table));
  const used = new Set<Table>();
  const joined = samples.map((table) => {
    const own = labels.find(
      (one) => !used.has(one) && one.count === table.count && partIn(one.name) === partIn(table.name),
    );
    if (!own || table.columns.some(({ name }) => name === LABEL)) return table;
    used.add(own);
    const aside = own.columns
      .slice(0, -1)
      .map(({ name }) => ({ name: `${own.name}: ${name}`, why: texts.besideLabel }));
    return {
      ...table,
      columns: [...table.columns, labelColumn(own)],
      hasHeader: true,
      aside: [...(table.aside ?? []), ...aside],
    };
  });
  return [...joined, ...labels.filter((table) => !used.has(table))];
}

function labelColumn({ columns }: Table): TableColumn {
  return { ...columns.at(-1)!, name: LABEL };
}
