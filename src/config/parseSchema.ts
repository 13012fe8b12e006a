import { z } from "../data/zod";
import { isSaid } from "../i18n/errors";
import { type Said, say } from "../i18n/message";
import { saidBySchema } from "../i18n/schemaTexts";
import { type ConfigError, configError } from "./configError";
import { texts } from "./errors";

export type SchemaResult<T> = { ok: true; config: T } | { ok: false; errors: ConfigError[] };

/**
 * Reads a value by its schema.
 *
 * @param input anything; missing fields take their defaults
 * @returns the complete value, or every error found, each with the path of its field and what is allowed there
 */
export function parseSchema<T>(schema: z.ZodType<T>, input: unknown): SchemaResult<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, config: parsed.data };
  return { ok: false, errors: parsed.error.issues.flatMap((issue) => describeIssue(issue, schema, input)) };
}

function describeIssue(issue: z.core.$ZodIssue, root: z.ZodType, input: unknown): ConfigError[] {
  const path = formatPath(issue.path);
  if (issue.code !== "unrecognized_keys") return [configError(path, describeProblem(issue, root, input))];
  const allowed = Object.keys(fieldsOf(kindAt(root, issue.path, input))).join(", ");
  return issue.keys.map((key) => configError(path ? `${path}.${key}` : key, say(texts.noFieldBut, { allowed })));
}

/** `optimizer.schedule.id`, `arms[1].temperature`. */
function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

function describeProblem(issue: z.core.$ZodIssue, root: z.ZodType, input: unknown): Said {
  switch (issue.code) {
    case "too_small":
      return issue.message.startsWith("Too small")
        ? say(texts.atLeast, { limit: Number(issue.minimum) })
        : saidBySchema(issue.message);
    case "too_big":
      return issue.message.startsWith("Too big")
        ? say(texts.atMost, { limit: Number(issue.maximum) })
        : saidBySchema(issue.message);
    case "invalid_value":
      return say(texts.oneOf, { allowed: issue.values.map(String).join(", ") });
    case "invalid_type":
      return issue.expected === "int" ? texts.whole : say(texts.ofType, { type: issue.expected });
    case "invalid_union":
      // The path of such an issue ends with the `id` that tells the kinds apart.
      return say(texts.oneOf, { allowed: kindsOf(schemaAt(root, issue.path.slice(0, -1), input)).join(", ") });
    case "custom":
      return isSaid(issue.params?.said) ? issue.params.said : saidBySchema(issue.message);
    default:
      return saidBySchema(issue.message);
  }
}

/** The schema of the field at a path; where there are several kinds on the way, the input says which. */
function schemaAt(root: z.ZodType, path: readonly PropertyKey[], input: unknown): z.ZodType {
  let node = input;
  let schema = unwrapped(root);
  for (const part of path) {
    const outer = kindOf(schema, node);
    const inner = outer instanceof z.ZodArray ? outer.element : fieldsOf(outer)[String(part)];
    node = isObject(node) ? node[part] : undefined;
    schema = unwrapped(inner as z.ZodType);
  }
  return schema;
}

function kindAt(root: z.ZodType, path: readonly PropertyKey[], input: unknown): z.ZodType {
  const value = path.reduce<unknown>((node, part) => (isObject(node) ? node[part] : undefined), input);
  return kindOf(schemaAt(root, path, input), value);
}

/** The schema without its default. */
function unwrapped(schema: z.ZodType): z.ZodType {
  const isWrapped =
    schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault || schema instanceof z.ZodOptional;
  return isWrapped ? unwrapped(schema.unwrap() as z.ZodType) : schema;
}

/** Of several kinds, the one whose `id` the value has. */
function kindOf(schema: z.ZodType, value: unknown): z.ZodType {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const kinds = schema.options.filter((kind): kind is z.ZodObject => kind instanceof z.ZodObject);
  return kinds.find(({ shape }) => isObject(value) && (shape.id as z.ZodType).safeParse(value.id).success) ?? schema;
}

/** The `id`s of several kinds. */
function kindsOf(schema: z.ZodType): string[] {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return [];
  return schema.options.flatMap((kind) => (kind instanceof z.ZodObject ? [String(kind.shape.id.value)] : []));
}

function fieldsOf(schema: z.ZodType): Record<string, unknown> {
  return schema instanceof z.ZodObject ? schema.shape : {};
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null;
}
