import { z } from "zod";
import {
  type ConfigError,
  type ConfigResult,
  DATASET_IDS,
  ENCODER_IDS,
  type ExperimentConfig,
  experimentSchema,
} from "./config";
import { contradictions } from "./contradictions";

/** The config that `{}` stands for. */
export function defaults(): ExperimentConfig {
  return experimentSchema.parse({});
}

/**
 * The door through which every config comes: URL, file, console, command line.
 *
 * @param input anything; missing fields take their defaults
 * @returns the complete config, or every error found, each with the path of its field and what is allowed there
 */
export function parseConfig(input: unknown): ConfigResult {
  const parsed = experimentSchema.safeParse(withKinds(input));
  if (!parsed.success)
    return { ok: false, errors: parsed.error.issues.flatMap((issue) => describeIssue(issue, input)) };
  const errors = contradictions(parsed.data);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, config: parsed.data };
}

/** What is of one kind among several, where it does not say which. */
const FIRST_KINDS: Record<string, string> = { dataset: "points", encoder: "mlp" };

/** The input with the kinds that it leaves open filled in, so that every other field can be given by itself. */
function withKinds(input: unknown): unknown {
  if (!isObject(input)) return input;
  const open = Object.entries(FIRST_KINDS).filter(([key]) => isObject(input[key]) && input[key].id === undefined);
  return { ...input, ...Object.fromEntries(open.map(([key, id]) => [key, { ...(input[key] as object), id }])) };
}

/** One line for a person: `batchSize: must be at least 2`. */
export function formatErrors(errors: ConfigError[]): string {
  return errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("\n");
}

function describeIssue(issue: z.core.$ZodIssue, input: unknown): ConfigError[] {
  const path = formatPath(issue.path);
  if (issue.code !== "unrecognized_keys") return [{ path, message: describeProblem(issue) }];
  return issue.keys.map((key) => ({
    path: path ? `${path}.${key}` : key,
    message: `there is no such field${allowedKeys(issue.path, input)}`,
  }));
}

/** `optimizer.schedule.id`, `arms[1].temperature`. */
function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

function describeProblem(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "too_small":
      return issue.message.startsWith("Too small") ? `must be at least ${issue.minimum}` : issue.message;
    case "too_big":
      return issue.message.startsWith("Too big") ? `must be at most ${issue.maximum}` : issue.message;
    case "invalid_value":
      return `must be one of ${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      return `must be ${issue.expected === "int" ? "a whole number" : `of type ${issue.expected}`}`;
    case "invalid_union":
      return `must be one of ${(issue.path[0] === "encoder" ? ENCODER_IDS : DATASET_IDS).join(", ")}`;
    default:
      return issue.message;
  }
}

/** Names of the fields that the schema has at a path; where there are several kinds, the input says which. */
function allowedKeys(path: readonly PropertyKey[], input: unknown): string {
  let node = input;
  let schema = bare(experimentSchema, node);
  for (const part of path) {
    node = isObject(node) ? node[part] : undefined;
    const inner = schema instanceof z.ZodArray ? schema.element : fieldsOf(schema)[String(part)];
    schema = bare(inner as z.ZodType, node);
  }
  return `; allowed are ${Object.keys(fieldsOf(schema)).join(", ")}`;
}

/** The schema without its default, and of several kinds the one whose `id` the value has. */
function bare(schema: z.ZodType, value: unknown): z.ZodType {
  if (schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return bare(schema.unwrap() as z.ZodType, value);
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const kinds = schema.options.filter((kind): kind is z.ZodObject => kind instanceof z.ZodObject);
  return kinds.find(({ shape }) => isObject(value) && (shape.id as z.ZodType).safeParse(value.id).success) ?? schema;
}

function fieldsOf(schema: z.ZodType): Record<string, unknown> {
  return schema instanceof z.ZodObject ? schema.shape : {};
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null;
}
