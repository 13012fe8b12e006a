/**
 * TensorFlow.js lives in the worker: the page's own bundle stays light and its thread free. Checked on what is left after
 * compilation, since types may come from anywhere; so it needs a run of its own. The labs' pages are found by their names
 * (src/labs/pages.ts), which no import says.
 */
module.exports = {
  forbidden: [
    {
      name: "page-without-tensorflow",
      severity: "error",
      from: { path: "^src/(main|labs/[^/]+/page/[^/]+Lab)\\.tsx$" },
      to: { path: "node_modules/@tensorflow", reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // The page imports its address alone.
    exclude: { path: "^src/worker/training[.]worker[.]ts$" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "browser", "default"] },
  },
};
