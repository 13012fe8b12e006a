import type { Said } from "../../i18n/message";
import { DataError } from "../errors";
import { factsOf } from "./facts";
import { type Choices, fieldsOf, type Outline, type OutlinePictures, SHOWN_PICTURES } from "./outline";
import { outlinePictures } from "./outlinePictures";
import type { Brightness } from "./pictures";
import type { TablePlan } from "./plan";
import type { TakenParts } from "./report";
import { type Assigned, rolesOf } from "./roles";
import type { TakenRows } from "./rows";
import type { Interpretation } from "./schema";
import type { Table } from "./table";
import type { ArrangedTables } from "./tables";
import { texts } from "./texts";

interface Understood {
  arranged: ArrangedTables;
  plan: TablePlan;
  taken: TakenParts;
  rows: "features" | "pictures";
  /** Of all samples, worked out when it is first asked for. */
  brightness: () => Brightness;
}

/** What tables were taken for. */
export function outlineOfTables(
  { arranged, plan, taken, rows, brightness }: Understood,
  wish: Interpretation,
): Outline {
  const pictures = plan.second.length > 0 ? null : picturesOf(taken.train, brightness, wish);
  const hasGaps = taken.all.some(({ leftOut, filled }) => leftOut !== null || filled > 0);
  const choices = { ...choicesOf(arranged, plan.roles, hasGaps, wish), ...(pictures && { rows }) };
  return { of: "columns", ...fieldsOf(plan.table, plan.roles.map(named)), choices, pictures };
}

/** What was found in tables that nothing came of; null where there is none that could be looked at. */
export function refusedOutline(arranged: ArrangedTables, wish: Interpretation): Outline | null {
  const [table] = arranged.train;
  if (!table) return null;
  const roles = likelyRoles(table, wish);
  const hasGaps = roles.some(({ facts, role }) => role === "feature" && facts.missing > 0);
  const choices = choicesOf(arranged, roles, hasGaps, wish);
  return { of: "columns", ...fieldsOf(table, roles.map(named)), choices, pictures: null };
}

/** As it was said, or as it would be guessed where that makes no sense. */
function likelyRoles(table: Table, wish: Interpretation): Assigned[] {
  const facts = factsOf(table);
  for (const said of [wish, {}])
    try {
      return rolesOf(table, facts, said);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
    }
  return facts.map((one) => ({ facts: one, role: "ignore", reason: texts.unclear }));
}

function named({ facts, role, reason }: Assigned): { name: string; role: Assigned["role"]; reason: Said } {
  return { name: facts.column.name, role, reason };
}

function choicesOf(
  { train, areViews }: ArrangedTables,
  roles: readonly Assigned[],
  hasGaps: boolean,
  wish: Interpretation,
): Choices {
  const hasTexts = roles.some(({ role, reason }) => role === "categories" || reason === texts.words);
  const decimal = train[0]?.decimal;
  return {
    ...(hasTexts && { texts: wish.texts ?? "ignore" }),
    ...(decimal && { decimal }),
    ...(hasGaps && { missing: wish.missing ?? "leaveOut" }),
    ...(train.length > 1 && { tables: areViews ? "views" : "rows" }),
  };
}

function picturesOf(
  { name, count, values }: TakenRows,
  brightness: Understood["brightness"],
  { pictures }: Interpretation,
): OutlinePictures | null {
  const size = values.length / count;
  const first = values.subarray(0, SHOWN_PICTURES * size);
  const scale = () => {
    const { factor } = brightness();
    return factor === null ? null : (value: number) => factor * value;
  };
  return outlinePictures({ name, size, first, scale }, pictures);
}
