import type { Rolldown } from "vite";

/**
 * The built files by name: a library that many modules share is a file of its own, named for what it is there for, so that
 * a browser keeps it while the program around it changes. Without groups a bundler names a file after any module in it.
 */

interface Group {
  name: string;
  packages: string[];
}

/** Most basic first: what a group needs of those before it stays there. */
const GROUPS: Group[] = [
  { name: "react", packages: ["react", "react-dom", "scheduler", "use-sync-external-store", "zustand"] },
  { name: "schema", packages: ["zod"] },
  { name: "mantine", packages: ["@mantine/[^/]+", "@floating-ui/[^/]+", "react-remove-scroll"] },
  { name: "charts", packages: ["recharts"] },
  { name: "icons", packages: ["@tabler/icons-react"] },
  { name: "tensor", packages: ["@tensorflow/tfjs-core", "@tensorflow/tfjs-backend-cpu/dist/shared", "long"] },
  { name: "tensor-webgpu", packages: ["@tensorflow/tfjs-backend-webgpu"] },
  { name: "tensor-cpu", packages: ["@tensorflow/tfjs-backend-cpu"] },
  { name: "tensor-webgl", packages: ["@tensorflow/tfjs-backend-webgl"] },
  { name: "tensor-wasm", packages: ["@tensorflow/tfjs-backend-wasm"] },
];

const libraries = GROUPS.flatMap(({ name, packages }, place) => {
  const test = new RegExp(`[\\\\/]node_modules[\\\\/](${packages.join("|")})([\\\\/.]|$)`);
  const priority = 2 * (GROUPS.length - place + 1);
  const atFirst: FirstTags = ["$initial"];
  return [
    { name, test, priority: priority + 1, tags: atFirst },
    { name: `${name}-later`, test, priority },
  ];
});

/** What an entry needs before it runs, by imports alone; Rolldown's own name for it. */
type FirstTags = ["$initial"];

/** `labs-sweep-measure` for the chunk that begins at `src/labs/sweep/measure.ts`. */
function nameOf({ name, facadeModuleId }: Rolldown.PreRenderedChunk): string {
  const path = facadeModuleId?.match(/[\\/]src[\\/](.+)\.tsx?$/)?.[1];
  return `assets/${path ? path.replaceAll(/[\\/.]/g, "-") : name}-[hash].js`;
}

/**
 * Own modules that more than one entry needs; what only the labs' pages share comes with the first of these, what writes reports with
 * the first report, and the narrator once a run has begun.
 */
const first = { name: "first", test: /[\\/]src[\\/]/, priority: 2, tags: ["$initial"] as FirstTags };
const shared = {
  name: "shared",
  test: /[\\/]src[\\/](?!ui[\\/](labs|lesson|qr|learn[\\/]experiment)[\\/]|export[\\/](report|figure|markup)|record[\\/]narrator[\\/])/,
  minShareCount: 2,
  priority: 1,
};
/** What the pages of lessons and of chapters share, and what only lessons do: no first visit needs either. */
const experiments = {
  name: "experiments",
  test: /[\\/]src[\\/]ui[\\/]learn[\\/]experiment[\\/]/,
  minShareCount: 2,
  priority: 0,
};
const lessons = {
  name: "lessons",
  test: /[\\/]src[\\/]ui[\\/](lesson|qr)[\\/]|[\\/]node_modules[\\/](marked|uqr)[\\/]/,
  minShareCount: 2,
  priority: 0,
};
const reports = {
  name: "reports",
  test: /[\\/]src[\\/]export[\\/](report|figure|markup)/,
  minShareCount: 2,
  priority: 0,
};
const narrator = {
  name: "narrator",
  test: /[\\/]src[\\/]record[\\/]narrator[\\/]/,
  minShareCount: 2,
  priority: 0,
};
const labs = { name: "labs", test: /[\\/]src[\\/]ui[\\/]labs[\\/]/, minShareCount: 2, priority: 0 };

export const output = {
  chunkFileNames: nameOf,
  codeSplitting: { groups: [...libraries, first, shared, labs, experiments, lessons, reports, narrator] },
} satisfies Rolldown.OutputOptions;
