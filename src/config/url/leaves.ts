import type { Interpretation, Role } from "../../data/interpretation/schema";
import type { FieldInfo } from "../schemaInfo";
import { decode, readValue } from "./fields";

/** Values of single fields in an address, for experiments and labs alike. */

type Columns = NonNullable<Interpretation["columns"]>;

/** The one list of a config, beside the arms, whose items are more than a word: roles of columns by their names. */
const COLUMNS = /(^|\.)interpretation\.columns$/;

/** A value as an address has it; nothing where it is left out. */
export function formatLeaf(path: string, value: unknown): string {
  if (value === undefined) return "";
  return COLUMNS.test(path) ? formatColumns(value as Columns) : String(value);
}

/** The value that a text stands for, or what is wrong with it. */
export function readLeaf(path: string, text: string, info: FieldInfo): unknown {
  return COLUMNS.test(path) && text !== "" ? readColumns(text) : readValue(text, info);
}

/** `Id:identifier;grade:label`. */
function formatColumns(columns: Columns): string {
  return columns.map(({ name, role }) => `${encodeURIComponent(name)}:${role}`).join(";");
}

/** What is no role is left to the schema, which names it. */
function readColumns(text: string): { name: string; role: Role }[] {
  return text.split(";").map((part) => {
    const at = part.lastIndexOf(":");
    return { name: decode(part.slice(0, Math.max(0, at))), role: part.slice(at + 1) as Role };
  });
}
