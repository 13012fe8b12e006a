/**
 * Who may import whom (see the README, "The house"):
 * ui -> store -> worker(client) ~> experiment -> engine, models, objectives, diagnostics, data -> kernels -> TensorFlow.js
 * A layer may import any layer below it, never one above.
 */
const LAYERS = [
  ["kernels"],
  ["engine", "models", "objectives", "diagnostics", "data"],
  ["experiment"],
  ["worker"],
  ["store"],
  ["export"],
  ["ui"],
];

const noUpwardImports = LAYERS.slice(0, -1).map((layer, index) => ({
  name: `${layer.join("-")}-imports-downwards`,
  severity: "error",
  from: { path: `^src/(${layer.join("|")})/` },
  to: { path: `^src/(${[...LAYERS.slice(index + 1).flat(), "cli"].join("|")})/|^src/main` },
}));

module.exports = {
  forbidden: [
    ...noUpwardImports,
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "core-without-react",
      comment: "Nothing below ui/ knows React.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(ui/|main\\.tsx$)" },
      to: { path: "node_modules/(react|react-dom|@mantine|recharts)/" },
    },
    {
      name: "objectives-and-diagnostics-are-pure",
      comment: "They are read by the page as well, so TensorFlow.js may only lend them types.",
      severity: "error",
      from: { path: "^src/(objectives|diagnostics)/" },
      to: { path: "node_modules/@tensorflow", dependencyTypesNot: ["type-only"] },
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
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "browser", "default"] },
  },
};
