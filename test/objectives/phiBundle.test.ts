import { build, type Rolldown } from "vite";
import { expect, it } from "vitest";

it("makes a module without eval or new Function, which the page's content security policy forbids", async () => {
  const lib = { entry: "src/objectives/phi/index.ts", formats: ["es" as const], fileName: "phi" };
  const built = await build({ configFile: false, logLevel: "error", build: { write: false, lib, target: "es2022" } });
  const code = (built as Rolldown.RolldownOutput[])
    .flatMap(({ output }) => output)
    .map((file) => (file.type === "chunk" ? file.code : ""))
    .join("\n");
  expect(code).toContain("Unexpected end of expression");
  expect(code.match(/.{0,40}(?<![\w$.])(?:eval|Function)\(.{0,40}/g)).toBeNull();
  expect(code).not.toContain("tensorflow");
});
