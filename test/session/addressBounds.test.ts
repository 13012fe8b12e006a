import { expect, it } from "vitest";
import { parseUrl } from "../../src/session/address/address";

it("reads the first fields of an address of thousands, and says so", () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `no${i}=1`);
  const { config, errors } = parseUrl(`#batchSize=16&${many.join("&")}`);
  expect(config.batchSize).toBe(16);
  expect(errors.length).toBeLessThanOrEqual(501);
  expect(errors.map(({ message }) => message)).toContain(
    "the address has 20,001 fields, of which the first 500 are read",
  );
});

it("leaves out a field that is as long as a file", () => {
  const { config, errors } = parseUrl(`#seeds=3&arms=${"bad,".repeat(300_000)}`);
  expect(config.seeds).toBe(3);
  expect(errors).toMatchObject([{ path: "arms", message: "is longer than 131,072 characters, and is not read" }]);
});
