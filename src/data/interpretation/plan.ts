import { say } from "../../i18n/message";
import { DataError } from "../errors";
import { factsOf } from "./facts";
import { isPicturePath } from "./names";
import { layoutOfLists } from "./pictures";
import { type Assigned, rolesOf } from "./roles";
import { type Feature, featuresOf, type Plan } from "./rows";
import type { Interpretation, Role } from "./schema";
import type { Table } from "./table";
import { texts } from "./texts";

/** What is taken of tables of these columns, and what each column is taken for. */
export interface TablePlan extends Plan {
  table: Table;
  roles: Assigned[];
  /** Whether every feature is a pixel. */
  arePixels: boolean;
  /** How they are laid out, where their lists say so. */
  pictures: ReturnType<typeof layoutOfLists>;
}

/** @throws DataError when there is nothing to learn from, or what was said of the columns makes no sense */
export function planOf(table: Table, wish: Interpretation): TablePlan {
  const roles = rolesOf(table, factsOf(table), wish);
  const named = roles.map(({ facts, role }) => ({ name: facts.column.name, role }));
  const of = (role: Role) => featuresOf(table, named, role);
  const views = [of("viewA"), of("viewB")] as const;
  const hasViews = views.some((view) => view.length > 0);
  const [features, second] = hasViews ? views : [of("feature"), []];
  if (hasViews && features.length !== second.length)
    throw new DataError(say(texts.unequalColumns, { name: table.name, first: features.length, second: second.length }));
  if (features.length === 0) throw nothingIn(table);
  const nameOf = (role: Role) => named.find((one) => one.role === role)?.name ?? null;
  const used = roles.filter(({ role }) => role === "feature");
  const pictures = hasViews || used.length !== features.length ? null : layoutOfLists(used.map(({ facts }) => facts));
  const arePixels = !hasViews && used.length > 0 && used.every(({ reason }) => reason === texts.pixel);
  return {
    table,
    roles,
    arePixels: arePixels || pictures !== null,
    pictures,
    features,
    second,
    label: nameOf("label"),
    split: nameOf("split"),
  };
}

function nothingIn({ name, columns }: Table): DataError {
  const paths = columns.some(({ words, rows }) => rows.length > 0 && words.every(isPicturePath));
  if (paths) return new DataError(say(texts.onlyPaths, { name }));
  return new DataError(say(texts.noFeatures, { name }));
}

/**
 * Two tables whose rows are two views of the same samples, as one table with the columns of both.
 *
 * @throws DataError when rows or columns do not match
 */
export function viewsPlan(one: Table, other: Table, wish: Interpretation): TablePlan {
  const [first, second] = [planOf(one, restricted(one, wish)), planOf(other, restricted(other, wish))];
  if (one.count !== other.count || first.features.length !== second.features.length)
    throw new DataError(
      say(texts.unequalTables, {
        name: one.name,
        count: one.count,
        columns: first.features.length,
        otherName: other.name,
        otherCount: other.count,
        otherColumns: second.features.length,
      }),
    );
  const renamed = (column: string) => `${column} (${other.name})`;
  const columns = other.columns.map((column) => ({ ...column, name: renamed(column.name) }));
  const others = second.roles.map((own) => ({
    ...own,
    facts: { ...own.facts, column: { ...own.facts.column, name: renamed(own.facts.column.name) } },
  }));
  return {
    ...first,
    roles: [...first.roles, ...others],
    pictures: null,
    table: { ...one, columns: [...one.columns, ...columns] },
    second: second.features.map(({ column, word }): Feature => ({ column: renamed(column), word })),
    label: first.label ?? (second.label === null ? null : renamed(second.label)),
    arePixels: false,
  };
}

/** What was said of columns that this one of two tables has. */
function restricted(table: Table, wish: Interpretation): Interpretation {
  const columns = wish.columns?.filter(({ name }) => table.columns.some((column) => column.name === name));
  return { ...wish, columns };
}
