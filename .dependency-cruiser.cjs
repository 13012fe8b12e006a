/**
 * Who may import whom (docs/ARCHITECTURE.md, "The map"): a room may import any room of a layer below its own, and those of
 * its own layer, never one above. Types count: a room that only borrows a type still has to be read with the one that lends it.
 */
const LAYERS = [
  ["i18n"],
  ["engine"],
  ["data"],
  ["settings"],
  ["objectives", "metrics", "augmentations", "models"],
  ["config"],
  ["record"],
  ["ops"],
  ["optim"],
  ["training"],
  ["labs"],
  ["worker"],
  ["storage", "export"],
  ["session"],
  ["ui"],
  ["cli"],
];

/** A lab is one folder, and its page belongs to the page. */
const PAGES = "^src/labs/([^/]+/page/|pages\\.ts$)";

/** Described as data, and read by page, worker and command line alike. */
const PURE = "^src/(config|record|objectives|metrics|augmentations|models)/";

function noUpwardImports(rooms, index) {
  const above = LAYERS.slice(index + 1)
    .flat()
    .join("|");
  return {
    name: `${rooms.join("-")}-imports-downwards`,
    severity: "error",
    from: { path: `^src/(${rooms.join("|")})/`, pathNot: PAGES },
    to: { path: `^src/(${above})/|^src/main|${PAGES}`, pathNot: rooms.includes("ui") ? PAGES : undefined },
  };
}

module.exports = {
  forbidden: [
    ...LAYERS.slice(0, -1).map(noUpwardImports),
    {
      name: "no-cycles",
      comment: "Those of types alone count as well.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "core-without-react",
      comment: "Nothing below ui/ knows React.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(ui/|main\\.tsx$)|${PAGES}` },
      to: { path: "node_modules/(react|react-dom|@mantine|recharts)/" },
    },
    {
      name: "cli-without-page",
      severity: "error",
      from: { path: "^src/cli/" },
      to: { path: `^src/(ui/|main)|${PAGES}|node_modules/(react|react-dom|@mantine|recharts)/` },
    },
    {
      name: "described-without-devices",
      comment:
        "What is described as data may borrow TensorFlow.js's types, and of the engine what is plain text or arithmetic.",
      severity: "error",
      from: { path: PURE },
      to: {
        path: "node_modules/@tensorflow|^src/engine/(?!wgsl/|random|numberFormats|batchOrder|wasm/.*\\.as\\.ts$)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "zod-without-eval",
      comment: "src/data/zod.ts tells Zod to do without `new Function`.",
      severity: "error",
      from: { pathNot: "^src/data/zod\\.ts$" },
      to: { path: "node_modules/zod/" },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "[?]url$|^virtual:" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "browser", "default", "types"] },
  },
};
