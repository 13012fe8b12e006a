import {
  cells,
  images,
  latin1,
  lines,
  missing,
  noise,
  pixelNames,
  pixels,
  SPECIES,
  shiftJis,
  species,
  twelve,
  utf8,
  utf16,
} from "./tableTexts";

/**
 * Tables in the shapes that people bring, made small: each is a kind of file that was once refused, garbled or read wrongly
 * without a word. `right` is what has to come of it.
 */

/** A case: its files, and what has to be read of them. */
export interface TableCase {
  /** Folder and name of the input that it stands for. */
  of: string;
  files: Record<string, string | Uint8Array>;
  /** Training samples before any are held out, test samples of its own, and such as measure nothing; shape of a sample; names of the classes. */
  right: { count: number; test?: number; aside?: number; shape: number[]; classes: string[] | null; first?: number[] };
  /** What has to be said. */
  said?: RegExp[];
}

const MISSING = /rows: 59 of 60\n1 with missing cells: a\.csv:12/;

const digits = { count: 24, test: 12, shape: [28, 28, 1], classes: ["0", "1", "2", "3"] };

export const TABLE_CASES: TableCase[] = [
  {
    of: "01 pixels with names, for training and testing",
    files: {
      "mnist_train.csv": `label,${pixelNames}\n${images(24)}`,
      "mnist_test.csv": `label,${pixelNames}\n${images(12)}`,
    },
    right: digits,
    said: [/pictures of 28 x 28\./],
  },
  {
    of: "01 pixels without names, label first",
    files: { "mnist_train.csv": images(24), "mnist_test.csv": images(12) },
    right: digits,
    said: [/Column 1 \(beside pixels\)/],
  },
  {
    of: "01 pixels named 0..783 by pandas, label last",
    files: {
      "a.csv": `${Array.from({ length: 784 }, (_, at) => at).join(",")},class\n${lines(24, (i) => `${pixels(i)},${i % 4}`)}`,
    },
    right: { count: 24, shape: [28, 28, 1], classes: ["0", "1", "2", "3"] },
  },
  {
    of: "08 semicolons and decimal commas",
    files: {
      "iris-de.csv": `\ufeffLänge;Breite;Art\n${lines(90, (i) => `${(i / 8).toFixed(2)};${noise(i).toFixed(2)};${species(i)}`.replaceAll(".", ","))}`,
    },
    right: { count: 90, shape: [2], classes: SPECIES, first: [0, Number(noise(0).toFixed(2))] },
  },
  {
    of: "08 thousands, German",
    files: { "a.csv": `a;b;label\n${lines(60, (i) => `1.10${(i * 7) % 10},5;${2 + (i % 3)},25;${i % 3}`)}` },
    right: { count: 60, shape: [2], classes: ["0", "1", "2"], first: [1100.5, 2.25] },
  },
  {
    of: "08 thousands, American",
    files: { "a.csv": `a,b,label\n${lines(60, (i) => `"1,${100 + ((i * 7) % 60)}",${i % 3},${i % 3}`)}` },
    right: { count: 60, shape: [2], classes: ["0", "1", "2"], first: [1100, 0] },
  },
  {
    of: "08 thousands, Swiss",
    files: { "a.csv": `a;b;label\n${lines(60, (i) => `1'${100 + ((i * 7) % 60)}.5;${i % 5}.5;${i % 3}`)}` },
    right: { count: 60, shape: [2], classes: ["0", "1", "2"], first: [1100.5, 0.5] },
  },
  ...["Id", "Unnamed: 0", "", "index", "row_id", "sampleId", "#", "Nr."].map(
    (name, at): TableCase => ({
      of: `09 a column that counts rows, called "${name}"`,
      files: {
        "a.csv": `${name},a,b,c,d,species\n${lines(150, (i) => `${i + (at % 2)},${cells(i)},${SPECIES[Math.floor(i / 50)]}`)}`,
      },
      right: {
        count: 150,
        shape: [4],
        classes: SPECIES,
        first: [0, 1, 2, 3].map((column) => Number(noise(0, column).toFixed(1))),
      },
      said: [/columns: 5 of 6\n1 (telling rows apart|without a name)/],
    }),
  ),
  {
    of: "09 a column that counts rows, called anything",
    files: { "a.csv": `t,a,b,c,d,species\n${lines(150, (i) => `${i},${cells(i)},${SPECIES[Math.floor(i / 50)]}`)}` },
    right: { count: 150, shape: [4], classes: SPECIES },
    said: [/1 counting the rows: t/],
  },
  {
    of: "09 names of rows, as R writes them",
    files: {
      "a.txt.csv": `"a" "b" "kind"\n${lines(60, (i) => `"${i + 1}" ${noise(i)} ${noise(i, 1)} "${species(i)}"`)}`,
    },
    right: { count: 60, shape: [2], classes: SPECIES },
  },
  ...["", "NA", "nan", "NaN", "null", "?", "inf"].map(
    (mark): TableCase => ({
      of: `10 a missing cell, written "${mark}"`,
      files: { "a.csv": missing(mark) },
      right: { count: 59, shape: [3], classes: ["0", "1"] },
      said: [MISSING],
    }),
  ),
  {
    of: "10 penguins",
    files: {
      "penguins.csv": `species,island,bill_mm,mass_g,sex,year\n${lines(120, (i) =>
        i === 3
          ? "setosa,Dream,NA,NA,NA,2007"
          : `${species(i)},${["Dream", "Biscoe"][i % 2]},${40 + noise(i)},${3500 + 100 * noise(i, 1)},${i % 5 ? "male" : "NA"},${2007 + (i % 3)}`,
      )}`,
    },
    right: { count: 119, shape: [3], classes: SPECIES },
    said: [/2 of text: island, sex/, /rows: 119 of 120/],
  },
  ...["table.txt", "wine.data", "table", "table.dat"].map(
    (name): TableCase => ({
      of: `10 a table that is called ${name}`,
      files: { [name]: `a,b,label\n${lines(60, (i) => [i % 7, i % 5, i % 2].join(","))}` },
      right: { count: 60, shape: [2], classes: ["0", "1"] },
    }),
  ),
  {
    of: "10 class first, without a header",
    files: {
      "wine.data.csv": lines(
        90,
        (i) => `${(i % 3) + 1},${noise(i).toFixed(2)},${noise(i, 1).toFixed(2)},${noise(i, 2).toFixed(2)}`,
      ),
    },
    right: { count: 90, shape: [3], classes: ["1", "2", "3"] },
    said: [/Column 1 \(few whole numbers beside measurements\)/],
  },
  {
    of: "10 dates",
    files: {
      "a.csv": `time,a,b,label\n${lines(60, (i) => `2024-01-${String((i % 28) + 1).padStart(2, "0")} 10:00:00,${i % 7},${i % 5},${i % 2}`)}`,
    },
    right: { count: 60, shape: [2], classes: ["0", "1"] },
    said: [/1 of dates or times: time/],
  },
  {
    of: "10 blanks between cells, some of them several",
    files: { "a.csv": lines(60, (i) => ` ${noise(i).toFixed(4)}   ${noise(i, 1).toFixed(4)} ${i % 2} `) },
    right: { count: 60, shape: [2], classes: ["0", "1"], first: [noise(0), noise(0, 1)] },
  },
  ...(
    [
      ["11 UTF-16, little end first", utf16(`a\tb\tlabel\n${twelve("\t")}`, true)],
      ["11 UTF-16, big end first", utf16(`a\tb\tlabel\n${twelve("\t")}`, false)],
      ["11 UTF-16 without a mark", utf16(`a,b,label\n${twelve()}`, true, false)],
      ["11 UTF-8 with a mark", utf8(`\ufeffa,b,label\n${twelve()}`)],
      ["11 Excel's sep=", utf8(`sep=;\r\na;b;label\r\n${twelve(";")}`)],
      ["11 comments before", utf8(`# made by a script\n# 2024\na,b,label\n${twelve()}`)],
      ["11 a header that is a comment, as NumPy writes it", utf8(`# a b label\n${twelve(" ")}`)],
      ["11 bars", utf8(`a|b|label\n${twelve("|")}`)],
      ["11 old Mac's line ends", utf8(`a,b,label\n${twelve()}`.replaceAll("\n", "\r"))],
    ] as const
  ).map(
    ([of, bytes]): TableCase => ({
      of,
      files: { "a.csv": bytes },
      right: { count: 60, shape: [2], classes: ["0", "1"], first: [0, 0] },
    }),
  ),
  {
    of: "11 the code page of Western Windows",
    files: {
      "a.csv": latin1(
        `Länge;Größe;Art\n${lines(60, (i) => `${i % 7};${i % 5};${["Schlüsselblume", "Türkenbund"][i % 2]}`)}`,
      ),
    },
    right: { count: 60, shape: [2], classes: ["Schlüsselblume", "Türkenbund"] },
  },
  {
    of: "11 the code page of Japanese Windows",
    files: { "a.csv": shiftJis(`a,b,c\n${lines(60, (i) => `${i % 7},${i % 5},${["日本", "本日"][i % 2]}`)}`) },
    right: { count: 60, shape: [2], classes: ["日本", "本日"].sort() },
  },
  {
    of: "24 a test without labels, and a form",
    files: {
      "train.csv": `a,b,label\n${lines(90, (i) => `${noise(i)},${noise(i, 1)},${i % 2}`)}`,
      "test.csv": `a,b\n${lines(30, (i) => `${noise(i)},${noise(i, 1)}`)}`,
      "sample_submission.csv": `Id,label\n${lines(30, (i) => `${i},0`)}`,
    },
    right: { count: 90, aside: 30, shape: [2], classes: ["0", "1"] },
    said: [
      /test set test\.csv has no labels .* one in 6 of the training samples was held out/,
      /rows: 90 of 150\n[\s\S]*30 to be filled in and handed in: sample_submission\.csv/,
    ],
  },
  {
    of: "24 a test that shares no class",
    files: {
      "train.csv": `a,b,label\n${lines(90, (i) => `${noise(i)},${noise(i, 1)},${i % 2}`)}`,
      "test.csv": `a,b,label\n${lines(30, (i) => `${noise(i)},${noise(i, 1)},9`)}`,
    },
    right: { count: 90, aside: 30, shape: [2], classes: ["0", "1"] },
    said: [/test set test\.csv shares no class/],
  },
  {
    of: "24 two years",
    files: {
      "data_2022.csv": `a,b,label\n${lines(90, (i) => `${noise(i)},${noise(i, 1)},${i % 2}`)}`,
      "data_2023.csv": `a,b,label\n${lines(60, (i) => `${noise(i, 2)},${noise(i, 3)},${i % 2}`)}`,
    },
    right: { count: 150, shape: [2], classes: ["0", "1"] },
    said: [/data_2022\.csv, data_2023\.csv: more rows/],
  },
  {
    of: "24 samples and labels in two files",
    files: { "x.csv": lines(60, (i) => `${noise(i)},${noise(i, 1)}`), "y.csv": lines(60, (i) => String(i % 3)) },
    right: { count: 60, shape: [2], classes: ["0", "1", "2"] },
  },
  {
    of: "24 samples and labels, for training and testing",
    files: {
      "X_train.csv": `a,b\n${lines(60, (i) => `${noise(i)},${noise(i, 1)}`)}`,
      "y_train.csv": `kind\n${lines(60, (i) => species(i))}`,
      "X_test.csv": `a,b\n${lines(30, (i) => `${noise(i)},${noise(i, 1)}`)}`,
      "y_test.csv": `kind\n${lines(30, (i) => species(i))}`,
    },
    right: { count: 60, test: 30, shape: [2], classes: SPECIES },
  },
  {
    of: "24 a target of many numbers is no class",
    files: { "a.csv": `a,b,target\n${lines(400, (i) => `${i % 7},${i % 5},${noise(i, 4)}`)}` },
    right: { count: 400, shape: [2], classes: null },
    said: [/1 of too many numbers to be classes: target/],
  },
  {
    of: "24 grades, last among measurements",
    files: {
      "quality.csv": `fixed acidity;volatile acidity;quality\n${lines(90, (i) => `${7 + (i % 3)}.1;0.${i % 9};${3 + (i % 6)}`)}`,
    },
    right: { count: 90, shape: [2], classes: ["3", "4", "5", "6", "7", "8"] },
  },
  {
    of: "24 classes written as floats",
    files: { "a.csv": `a,b,target\n${lines(60, (i) => `${i % 7},${i % 5},${i % 3}.0`)}` },
    right: { count: 60, shape: [2], classes: ["0", "1", "2"] },
  },
  {
    of: "24 a column that splits",
    files: {
      "a.csv": `a,b,label,split\n${lines(90, (i) => `${noise(i)},${noise(i, 1)},${i % 2},${["train", "train", "test"][i % 3]}`)}`,
    },
    right: { count: 60, test: 30, shape: [2], classes: ["0", "1"] },
    said: [/By column split/],
  },
  {
    of: "20 columns that say too much, or nothing",
    files: {
      "a.csv": `code,a,b,gap,far,label\n${lines(120, (i) => `${2 * (i % 2) + 5},${noise(i)},${i === 9 ? 4 : 3},${i % 40 === 7 ? -999 : noise(i, 1)},${i === 7 ? 3e9 : noise(i, 2)},${i % 2}`)}`,
    },
    right: { count: 120, shape: [5], classes: ["0", "1"] },
    said: [/code has a value of its own/, /\nb is nearly/, /gap holds a number like -999/, /far holds values far/],
  },
  {
    of: "20 all samples the same",
    files: { "a.csv": `a,b,label\n${lines(60, (i) => `1,2,${i % 2}`)}` },
    right: { count: 60, shape: [2], classes: ["0", "1"] },
    said: [/a, b is nearly always the same/, /are equal to another one/],
  },
  {
    of: "20 a short table whose first column counts",
    files: { "a.csv": `a,b,label\n${lines(13, (i) => `${i},${i % 3},${i % 2}`)}` },
    right: { count: 13, shape: [2], classes: ["0", "1"] },
    said: [/a counts the rows/],
  },
  {
    of: "25 rows of 64 numbers from 0 to 16, the digits of scikit-learn",
    files: {
      "digits.csv": lines(30, (i) =>
        [...Array.from({ length: 64 }, (_, at) => `${(i + at) % 17}.0`), i % 10].join(","),
      ),
    },
    right: { count: 30, shape: [8, 8, 1], classes: Array.from({ length: 10 }, (_, i) => String(i)) },
    said: [/brightest pixel is 16/],
  },
];
