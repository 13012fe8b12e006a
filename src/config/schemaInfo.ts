import { z } from "../data/zod";
import { getIn } from "./paths";
import { experimentSchema } from "./schema";

/** What the schema says about one field, for controls and for reading the URL. */
export interface FieldInfo {
  type: "number" | "integer" | "string" | "boolean" | "array" | "object";
  minimum?: number;
  maximum?: number;
  options?: string[];
  /** The field may be left out. */
  optional: boolean;
}

interface JsonSchema {
  type?: FieldInfo["type"];
  minimum?: number;
  maximum?: number;
  enum?: (string | number)[];
  const?: string;
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  oneOf?: JsonSchema[];
}

/**
 * Type and bounds of a field, straight from a schema.
 *
 * @param path as in `optimizer.learningRate`; `arms.temperature` for a field of an arm
 * @param config decides which fields exist where there are several kinds (data set, encoder)
 * @returns null where there is no such field
 */
export type FieldLookup = (path: string, config: unknown) => FieldInfo | null;

/** What a schema says of its fields, by their paths; of a union, the branch that the config is in. */
export function fieldsOf(schema: z.ZodType): FieldLookup {
  const root = z.toJSONSchema(schema, { io: "input" }) as JsonSchema;
  return (path, config) => {
    let node: JsonSchema | undefined = root;
    let at = "";
    for (const key of path.split(".")) {
      at = at ? `${at}.${key}` : key;
      node = child(node, key);
      if (!node) return null;
      node = alternative(node, getIn(config, `${at}.id`));
    }
    return { ...bounds(node), optional: node.default === undefined };
  };
}

/** Paths of all fields of a schema, of every kind where there are several; a list is one field. */
export function pathsOf(schema: z.ZodType): string[] {
  return [...new Set(leavesOf(z.toJSONSchema(schema, { io: "input" }) as JsonSchema, ""))];
}

/** Fields of an experiment. */
export const fieldInfo = fieldsOf(experimentSchema);

function leavesOf(node: JsonSchema, path: string): string[] {
  const kinds = node.oneOf ?? [node];
  const inner = kinds.flatMap(({ properties = {} }) => Object.entries(properties));
  if (inner.length === 0) return [path];
  return inner.flatMap(([key, child]) => leavesOf(child, path ? `${path}.${key}` : key));
}

function child(node: JsonSchema | undefined, key: string): JsonSchema | undefined {
  const own = (properties: JsonSchema["properties"]) =>
    properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
  return own(node?.properties) ?? own(node?.items?.properties);
}

/** Of several kinds, the one whose `id` is the config's; its `id` then allows them all. */
function alternative(node: JsonSchema, id: unknown): JsonSchema {
  if (!node.oneOf) return node;
  const ids = node.oneOf.map((kind) => kind.properties?.id?.const as string);
  const kind = node.oneOf[Math.max(0, ids.indexOf(String(id)))] as JsonSchema;
  return { ...kind, properties: { ...kind.properties, id: { type: "string", enum: ids, default: ids[0] } } };
}

function bounds(node: JsonSchema): Omit<FieldInfo, "optional"> {
  const info: Omit<FieldInfo, "optional"> = { type: node.type ?? "object" };
  if (node.minimum !== undefined) info.minimum = node.minimum;
  if (node.maximum !== undefined) info.maximum = node.maximum;
  if (node.enum) info.options = node.enum.map(String);
  return info;
}
