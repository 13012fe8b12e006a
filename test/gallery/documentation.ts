import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pictureName, SCHEMES } from "./pictures";

/** Writes `README.md`, which shows the pictures by room. */

interface Shown {
  id: string;
  title: string;
}

interface ShownRoom {
  title: string;
  about: string;
  exhibits: readonly Shown[];
}

const INTRODUCTION = `# The gallery

Every chart and panel of the page with seeded data, light and dark: a test suite that is also a catalog. The data are made
by counter-based random numbers for these pictures alone; nothing here was measured.

- \`npm run gallery\` serves it from the sources: room by room, or one exhibit (\`?exhibit=<id>&scheme=dark\`).
- \`npm test\` compares the text of every exhibit as assistive technology reads it (\`snapshots/\`), and looks for text that
  is cut off and for errors in the console. \`npm run test:thorough\` compares the pictures as well, where the machine
  draws text as the one that made them did (\`pictures/fingerprint.txt\`).
- \`npm run gallery:pictures\` writes snapshots, pictures and this page anew. Look at them before they are committed.

An exhibit is an entry of a file in \`exhibits/\`: an id, a title, the state of the page (\`seed/run.ts\`) and a component. Metrics,
presets, settings and labs come from their registries and appear by themselves.
`;

export function writeDocumentation(rooms: readonly ShownRoom[]): void {
  const path = fileURLToPath(new URL("README.md", import.meta.url));
  writeFileSync(path, [INTRODUCTION, ...rooms.map(sectionOf)].join("\n"));
}

function sectionOf({ title, about, exhibits }: ShownRoom): string {
  return `## ${title}\n\n${about}\n\n${exhibits.map(rowOf).join("\n")}`;
}

function rowOf({ id, title }: Shown): string {
  const pictures = SCHEMES.map((scheme) => `![${title}, ${scheme}](pictures/${pictureName(id, scheme)})`);
  return `### ${title}\n\n\`${id}\`\n\n${pictures.join("\n")}\n`;
}
