import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { headersFile, nginxSnippet } from "../../scripts/policy";

test("hosts are told the same headers in every form", () => {
  const documented = readFileSync("docs/hosting.md", "utf8");
  const lines = nginxSnippet().split("\n");
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(documented).toContain(`  ${line}\n`);
  for (const line of lines) {
    const [, name, value] = line.match(/^add_header (\S+) "(.+)" always;$/) ?? [];
    expect(headersFile()).toContain(`\n  ${name}: ${value}\n`);
  }
});

test("nothing that is a text runs, and nothing that comes from elsewhere", () => {
  expect(nginxSnippet()).not.toMatch(/'unsafe-(inline|eval|hashes)'|script-src[^;]*(blob|data|https?):/);
});
