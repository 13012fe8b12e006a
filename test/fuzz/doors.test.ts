import fc from "fast-check";
import Papa from "papaparse";
import { afterAll, describe, expect, test } from "vitest";
import { parseConfig } from "../../src/config/parse";
import { readCheckpoint, writeCheckpoint } from "../../src/export/checkpoint";
import { csvLine } from "../../src/export/csv";
import { html } from "../../src/export/markup";
import { SafetensorsError } from "../../src/export/safetensors";
import { parsePhi } from "../../src/objectives/phi";
import { readRecord } from "../../src/record/migrate";
import { parseUrl } from "../../src/session/address/address";
import { isForFrame, readMessage } from "../../src/session/embed/messages";
import { importedRun } from "../../src/session/runs/imported";
import { readNews } from "../../src/session/tabs/news";
import { readKeptLab } from "../../src/storage/keptLab";
import { readPastRun } from "../../src/storage/runs/pastRun";
import { readTask } from "../../src/ui/lesson/text/blocks";
import { EMPTY_RECORD } from "../support/emptyRecord";
import { tinyConfig } from "../support/experiment";
import { damagedBytes, damagedDocument, nasty, sentenceOf } from "./inputs";

/**
 * Whatever comes through a door is taken or refused, never thrown at whoever stands behind it; nothing of it reaches a prototype.
 * `npm run fuzz` tries 10,000 inputs a door. Files of data: test/data/fuzz.
 */

const RUNS = Number(process.env.FUZZ ?? 500);
const PATIENCE = 30 * 60_000;

afterAll(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

/** @param share of the inputs that a slow door is tried with */
function holds<T>(input: fc.Arbitrary<T>, open: (input: T) => void, share = 1): void {
  fc.assert(fc.property(input, open), { numRuns: Math.ceil(RUNS * share) });
}

const FIELDS =
  "preset arms seeds batchSize temperature encoder.id dataset.id augmentation.minScale view.smoothing page lab lesson.task lesson.hide panels embed curves tour autoplay arms[0].phi __proto__.polluted constructor.prototype.polluted";
const address = sentenceOf([
  ...FIELDS.split(" ").flatMap((field) => [`&${field}=`, field]),
  "vanish",
  "infoNce,flatNce:0.1",
  "16",
  ",",
  ":",
  "%",
  "&amp;",
  "points",
  "custom",
]);
const formula = sentenceOf([
  "v",
  "u",
  "+",
  "-",
  "*",
  "/",
  "^",
  "(",
  ")",
  "exp",
  "log",
  "sqrt",
  "tanh(",
  "1e9",
  ".5",
  " ",
  "softplus(v)",
  "e",
  "pi",
  "e+308",
]);
const task = sentenceOf([
  "# ",
  "\n",
  "**",
  "`",
  "[a](",
  ")",
  "- ",
  "1. ",
  "> ",
  "<b>",
  "![x](y)",
  "https://a.example",
  "$x$",
  "|",
  "\\",
  "&lt;",
  "    ",
]);

describe("nothing is thrown, whatever comes", () => {
  test(
    "in an address",
    () =>
      holds(
        address,
        (text) => {
          const { config, errors } = parseUrl(`#${text}`);
          expect(parseConfig(config).ok).toBe(true);
          expect(errors.length).toBeLessThan(1_000);
        },
        0.2,
      ),
    PATIENCE,
  );

  test(
    "in the task of a lesson",
    () =>
      holds(task, (text) => {
        // Links alone have addresses, and none that runs.
        expect(JSON.stringify(readTask(text))).not.toMatch(/"(href|url)":"(?!https?:|mailto:)/);
      }),
    PATIENCE,
  );

  test(
    "in a formula",
    () =>
      holds(formula, (text) => {
        const read = parsePhi(text);
        expect(typeof read.ok).toBe("boolean");
      }),
    PATIENCE,
  );

  test(
    "in a label",
    () =>
      holds(
        nasty,
        (label) => {
          expect(typeof parseConfig({ arms: [{ objective: "infoNce", label }] }).ok).toBe("boolean");
          expect(html`<b>${label}</b>`.toString().slice(3, -4)).not.toMatch(/[<>"]/);
          const cell = Papa.parse<string[]>(csvLine([label, ""])).data[0]?.[0] ?? "";
          // A spreadsheet would run it.
          expect(/^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell))).toBe(false);
        },
        0.5,
      ),
    PATIENCE,
  );

  test(
    "in a config",
    () =>
      holds(damagedDocument(tinyConfig()), (input) => {
        expect(typeof parseConfig(input).ok).toBe("boolean");
      }),
    PATIENCE,
  );

  test(
    "in a record, or in what is kept of a run or a lab",
    () =>
      holds(
        damagedDocument(EMPTY_RECORD),
        (input) => {
          for (const open of [readRecord, importedRun, readPastRun, readKeptLab])
            expect(typeof open(input).ok).toBe("boolean");
        },
        0.5,
      ),
    PATIENCE,
  );

  const checkpoint = writeCheckpoint({
    config: tinyConfig(),
    state: { step: 3, tensors: new Map([["arm0.seed1.w", { dtype: "F32", shape: [2], values: new Float32Array(2) }]]) },
    run: null,
  });
  test(
    "in a checkpoint",
    () =>
      holds(damagedBytes(checkpoint), (bytes) => {
        try {
          readCheckpoint(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(SafetensorsError);
        }
      }),
    PATIENCE,
  );

  const message = { flatnce: 1, type: "set", id: 1, config: { batchSize: 16, arms: [{ objective: "infoNce" }] } };
  test(
    "in a message of another page, or another tab",
    () =>
      holds(damagedDocument(message), (data) => {
        if (isForFrame(data)) readMessage(data);
        readNews(data);
      }),
    PATIENCE,
  );
});
