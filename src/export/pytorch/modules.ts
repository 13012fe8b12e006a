import { joined } from "./python";

/** A file of the program. */
export interface PythonFile {
  path: string;
  content: string;
}

/** A stretch of the program that can stand in a file of its own: it uses nothing of those after it. */
export interface Part {
  id: string;
  code: string;
}

/** Lines that a file may have. */
export const MOST_LINES = 400;

/** Parts that can stand by themselves, and what they are then. */
const MODULES: Readonly<Record<string, string>> = {
  objectives: "The losses of train.py, of the embeddings of the whole batch.",
  data: "The samples of train.py, and their augmentation.",
  measures: "What train.py measures of its learners.",
  processes: "The processes among which train.py divides a batch.",
  network: "The network of train.py.",
};

/** Those that leave a script which would be too long, as few as will do. */
const LEAVING = [
  [],
  ["objectives"],
  ["objectives", "data"],
  ["objectives", "data", "measures"],
  ["objectives", "data", "measures", "processes", "network"],
];

/** What of the program is where, in words. */
export function saidOfModules([, ...modules]: readonly PythonFile[]): string {
  if (modules.length === 0) return "`train.py` is the whole program. ";
  const names = modules.map(({ path }) => `\`${path}\``).join(", ");
  return `\`train.py\` is the program; so that no file has more than ${MOST_LINES} lines, parts of it are in ${names}. `;
}

/** @param about the first lines of the script, a docstring */
export function arrange(about: string, parts: readonly Part[]): PythonFile[] {
  const all = LEAVING.map((moved) => filesOf(about, parts, moved));
  const fitting = all.flatMap((files) => [files, files.map(closer)]).find(isShort);
  return fitting ?? (all.at(-1) as PythonFile[]).map(closer);
}

function isShort([script]: readonly PythonFile[]): boolean {
  return script !== undefined && lineCount(script.content) <= MOST_LINES;
}

function filesOf(about: string, parts: readonly Part[], moved: readonly string[]): PythonFile[] {
  const staying = parts.filter(({ id }) => !moved.includes(id));
  const leaving = parts.filter(({ id }) => moved.includes(id)).map((part) => ({ ...part, code: part.code.trim() }));
  const body = staying.map(({ code }) => code.trim()).join("\n\n\n");
  const own = leaving.map(({ id, code }) => importOf(id, code, body));
  const script = { path: "train.py", content: fileOf(about, body, own) };
  return [script, ...leaving.map(({ id, code }) => moduleOf(id, code, leaving))];
}

function moduleOf(id: string, code: string, modules: readonly Part[]): PythonFile {
  const own = modules.filter((other) => other.id !== id).map((other) => importOf(other.id, other.code, code));
  const place = uses(code, "HERE") ? `HERE = Path(__file__).resolve().parent\n\n\n` : "";
  return { path: `${id}.py`, content: fileOf(`"""${MODULES[id]}"""`, `${place}${code}`, own) };
}

function fileOf(about: string, body: string, own: readonly (string | null)[]): string {
  const has = ([, pattern]: readonly [string, RegExp]) => pattern.test(body);
  const groups = [STANDARD, INSTALLED].map((group) => joined(group.filter(has).map(([statement]) => statement)));
  const imports = [...groups, joined(own.filter((line) => line !== null).sort())].filter((group) => group !== "");
  const between = /^(?:def|class|@)/.test(body) ? "\n\n\n" : "\n\n";
  return `${about}\n\n${imports.join("\n\n")}${between}${body.trim()}\n`;
}

/** What a body uses of a module; null where that is nothing. */
function importOf(id: string, code: string, body: string): string | null {
  const found = code.matchAll(/^(?:(?:def|class) (\w+)|([A-Z_]+(?:, [A-Z_]+)*) =)/gm);
  const names = Array.from(found, ([, made, set]) => made ?? set ?? "").flatMap((names) => names.split(", "));
  const used = names.filter((name) => uses(body, name)).sort();
  return used.length > 0 ? `from ${id} import ${used.join(", ")}` : null;
}

/** Words are found in sentences as well: functions and classes where they are called, or something of theirs is. */
function uses(body: string, name: string): boolean {
  const next = name === name.toUpperCase() ? "\\b" : "[(.]";
  return new RegExp(`(?<![.\\w"])${name}${next}`).test(body);
}

const module = (name: string) => [`import ${name}`, new RegExp(`(?<![.\\w])${name}\\.`)] as const;
const part = (name: string, of: string) => [`from ${of} import ${name}`, new RegExp(`(?<![.\\w])${name}\\(`)] as const;

/** Import statements, and how what they bring is recognized. */
const STANDARD = [
  ...["argparse", "copy", "gzip", "json", "math", "os", "pickle", "re", "time"].map(module),
  part("Path", "pathlib"),
  part("SimpleNamespace", "types"),
];
const INSTALLED = [
  ["import numpy as np", /(?<![.\w])np\./],
  ["import torch", /(?<![.\w])torch\./],
  ["import torch.distributed as dist\nimport torch.distributed.nn.functional", /(?<![.\w])dist\./],
  ["import torch.nn.functional as F", /(?<![.\w])F\./],
  ["from safetensors import safe_open", /safe_open\(/],
  ["from safetensors.torch import save_file", /save_file\(/],
  part("loadmat", "scipy.io"),
  ["from torch import nn", /(?<![.\w])nn\./],
] as const;

/** With less room between functions, and none before that which makes a class. */
function closer({ path, content }: PythonFile): PythonFile {
  const code = content.replaceAll("\n\n\n", "\n\n").replaceAll("\n\n    def __init__", "\n    def __init__");
  return { path, content: lineCount(content) > MOST_LINES ? code : content };
}

/** Lines of a text that ends with one. */
export function lineCount(text: string): number {
  return text.split("\n").length - 1;
}
