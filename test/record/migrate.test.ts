import { describe, expect, it } from "vitest";
import { migrateRecord, readRecord } from "../../src/record/migrate";
import { EMPTY_RECORD } from "../support/emptyRecord";

describe("readRecord", () => {
  it("gives a record of today as it is", () => {
    expect(readRecord(JSON.parse(JSON.stringify(EMPTY_RECORD)))).toEqual({ ok: true, config: EMPTY_RECORD });
  });

  it("reads a record of schema 1, of which nothing could be changed", () => {
    expect(readRecord({ ...EMPTY_RECORD, schema: 1 })).toEqual({ ok: true, config: EMPTY_RECORD });
  });

  it("names what is wrong, and refuses what a later version wrote", () => {
    expect(readRecord({ ...EMPTY_RECORD, schema: 3 })).toMatchObject({ ok: false, errors: [{ path: "schema" }] });
    expect(readRecord({ ...EMPTY_RECORD, stepsDone: -1 })).toMatchObject({
      ok: false,
      errors: [{ path: "stepsDone" }],
    });
    expect(readRecord("no record").ok).toBe(false);
    expect(readRecord({}).ok).toBe(false);
  });
});

describe("migrateRecord", () => {
  const migrations = {
    steps: [
      ({ took, ...record }: Record<string, unknown>) => ({ ...record, durationMs: took }),
      (record: Record<string, unknown>) => ({ ...record, changes: [] }),
    ],
    renamed: { samples: "batchSize", "arms.tau": "arms.temperature" },
  };

  it("takes a record through every schema since its own, and its config's fields to their names of today", () => {
    const old = { schema: 1, took: 5, config: { samples: 8, arms: [{ objective: "infoNce", tau: 0.1 }] } };
    expect(migrateRecord(old, migrations)).toEqual({
      schema: 3,
      durationMs: 5,
      changes: [],
      config: { batchSize: 8, arms: [{ objective: "infoNce", temperature: 0.1 }] },
    });
  });

  it.each([1.5, { toString: null, valueOf: null }, Object.create(null), "1", [1]])(
    "leaves a schema that is none: %#",
    (schema) => {
      expect(migrateRecord({ schema, config: {} }, migrations)).toEqual({ schema, config: {} });
      expect(readRecord({ ...EMPTY_RECORD, schema })).toMatchObject({ ok: false, errors: [{ path: "schema" }] });
    },
  );

  it("begins with the schema that the record has", () => {
    expect(migrateRecord({ schema: 2, config: {} }, migrations)).toEqual({ schema: 3, changes: [], config: {} });
    expect(migrateRecord({ schema: 3, config: {} }, migrations)).toEqual({ schema: 3, config: {} });
    expect(migrateRecord(null, migrations)).toBe(null);
  });
});
