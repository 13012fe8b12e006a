import { at, each, KINDS, kind, lines, NONE, numbered } from "./pathsOfPictures";
import type { PictureCase } from "./pictures";

/** Where the classes of pictures stand, as people have them: folders, names, tables, annotations. */

const NAMES: PictureCase[] = [
  {
    of: "24 classes in the names of files are offered, and not taken unasked",
    files: at(each(12, (i) => `train/${kind(i)}.${i}.png`)),
    right: {},
    said: [NONE, /names of the files would give 3 \(ant, bee, cow\).*a choice/],
  },
  ...[
    (i: number) => `train/${kind(i)}.${i}.png`,
    (i: number) => `${kind(i)}_00${i}.png`,
    (i: number) => `img_${1000 + i}_${kind(i)}.png`,
    (i: number) => `IMG ${i} - ${kind(i)} (${i}).png`,
    (i: number) => `${kind(i)}${i}.png`,
  ].map(
    (name): PictureCase => ({
      of: `24 classes in names such as ${name(1)}, by choice`,
      files: at(each(12, name)),
      interpretation: { classes: "names" },
      right: { classes: KINDS },
      said: [/By the names of the files: .*ant.*png is of the class ant/],
      unsaid: /would give/,
    }),
  ),
  {
    of: "24 classes of several words, as Oxford's pets have them",
    files: at(each(12, (i) => `${["great_pyrenees", "Birman", "boxer"][i % 3]}_${i}.png`)),
    interpretation: { classes: "names" },
    right: { classes: ["Birman", "boxer", "great_pyrenees"] },
  },
  {
    of: "24 numbers of few values are classes, where there are no words",
    files: at(each(24, (i) => `img_${10_000 + i}_label_${(i % 4) + 7}.png`)),
    interpretation: { classes: "names" },
    right: { count: 24, classes: ["7", "8", "9", "10"] },
  },
  {
    of: "24 names that only count say nothing",
    files: at(each(12, (i) => `frame_${i}.png`)),
    interpretation: { classes: "names" },
    right: {},
    said: [NONE],
  },
  {
    of: "24 names that only count are not offered",
    files: at(each(12, (i) => `IMG_2023010${i % 3}_${111_111 + i}.png`)),
    right: {},
    unsaid: /would give/,
  },
  {
    of: "24 a name without a class beside many that have one",
    files: at([...each(12, (i) => `${kind(i)}_${i}.png`), "77.png"]),
    interpretation: { classes: "names" },
    right: { classes: KINDS },
    said: [/1 without a class, where others have one: 77\.png/],
  },
];

const FOLDERS: PictureCase[] = [
  {
    of: "24 folders that say classes, and names that would say others",
    files: at(each(12, (i) => `set/${i % 2 ? "in" : "out"}/${kind(i)}_${i}.png`)),
    right: { classes: ["in", "out"] },
    unsaid: /would give/,
  },
  {
    of: "24 the same by the names, by choice",
    files: at(each(12, (i) => `set/${i % 2 ? "in" : "out"}/${kind(i)}_${i}.png`)),
    interpretation: { classes: "names" },
    right: { classes: KINDS },
  },
  {
    of: "24 folders that are no classes, by choice",
    files: at(each(12, (i) => `set/${i % 2 ? "day1" : "day2"}/${i}.png`)),
    interpretation: { classes: "none" },
    right: {},
    said: [/There are none, as it was said/],
  },
  {
    of: "24 test1, as Kaggle's cats and dogs have it, is a part and no class",
    files: at([...each(12, (i) => `train/${kind(i)}.${i}.png`), ...each(6, (i) => `test1/${i}.png`)]),
    right: { count: 18 },
    said: [/By the name of the folder: test1/],
  },
  {
    of: "24 numbers in folders stand in the order of their size",
    files: at(each(24, (i) => `${(i % 4) + 8}/${i}.png`)),
    right: { count: 24, classes: ["8", "9", "10", "11"] },
  },
];

const table = (row: (i: number) => string, count = 12) => `filename,label\n${lines(count, row)}`;

const TABLES: PictureCase[] = [
  {
    of: "24 metadata.jsonl, as Hugging Face's image folders have it",
    files: {
      ...numbered,
      "set/metadata.jsonl": lines(12, (i) => JSON.stringify({ file_name: `${i}.png`, label: kind(i) })),
    },
    right: { classes: KINDS },
    said: [/By the table set\/metadata\.jsonl/],
  },
  {
    of: "24 metadata.csv, with a part in a column",
    files: {
      ...numbered,
      "set/metadata.csv": `file_name,label,split\n${lines(12, (i) => `${i}.png,${kind(i)},${i < 9 ? "train" : "test"}`)}`,
    },
    right: { classes: KINDS, test: 3 },
    said: [/By a table that names the images: test/],
  },
  {
    of: "24 a list of records in JSON, of numbers",
    files: {
      ...numbered,
      "labels.json": JSON.stringify(each(12, (i) => `${i}`).map((id, i) => ({ id, class: i % 3 }))),
    },
    right: { classes: ["0", "1", "2"] },
  },
  {
    of: "24 an object in JSON, names and classes",
    files: {
      ...numbered,
      "labels.json": JSON.stringify(Object.fromEntries(each(12, (i) => `${i}.png`).map((id, i) => [id, kind(i)]))),
    },
    right: { classes: KINDS },
  },
  {
    of: "24 semicolons, `sep=` and paths with backslashes",
    files: { ...numbered, "labels.csv": `sep=;\nbild;klasse\n${lines(12, (i) => `set\\${i}.png;${kind(i)}`)}` },
    right: { classes: KINDS },
  },
  {
    of: "24 a table in a folder beside that of the pictures",
    files: {
      ...at(each(12, (i) => `set/images/${i}.png`)),
      "set/annotations/labels.csv": table((i) => `${i}.png,${kind(i)}`),
    },
    right: { classes: KINDS },
  },
  {
    of: "24 a table whose names begin with zeros",
    files: {
      ...at(each(12, (i) => `00${10 + i}.png`)),
      "labels.csv": `id,breed\n${lines(12, (i) => `00${10 + i},${kind(i)}`)}`,
    },
    right: { classes: KINDS },
  },
  {
    of: "24 rows that name pictures which are not there",
    files: { ...numbered, "set/labels.csv": table((i) => `${i}.png,${kind(i)}`, 300) },
    right: { classes: KINDS },
    said: [/288 of 300 rows name pictures that are not there, the first 12\.png/],
  },
  {
    of: "24 captions name pictures, and are no classes",
    files: {
      ...numbered,
      "set/metadata.csv": `file_name,text\n${lines(12, (i) => `${i}.png,a picture of thing ${i}`)}`,
    },
    right: {},
    said: [NONE, /1 that name pictures, and hold no column of classes: set\/metadata\.csv/],
  },
  {
    of: "24 a column that is said to be the label",
    files: {
      ...numbered,
      "set/meta.csv": `file,label,color\n${lines(12, (i) => `${i}.png,${kind(i)},${i % 2 ? "red" : "blue"}`)}`,
    },
    interpretation: { columns: [{ name: "color", role: "label" }] },
    right: { classes: ["blue", "red"] },
  },
  {
    of: "24 a table against the folders, by choice",
    files: {
      ...at(each(12, (i) => `set/day${i % 2}/${i}.png`)),
      "set/labels.csv": table((i) => `${i}.png,${kind(i)}`),
    },
    interpretation: { classes: "table" },
    right: { classes: KINDS },
  },
  {
    of: "24 labels of the training part are not those of test pictures of the same names; the form to be handed in is left",
    files: {
      ...at([...each(12, (i) => `train/${i}.png`), ...each(6, (i) => `test/${i}.png`)]),
      "trainLabels.csv": `id,label\n${lines(12, (i) => `${i},${kind(i)}`)}`,
      "sampleSubmission.csv": `id,label\n${lines(6, (i) => `${i},ant`)}`,
    },
    right: { classes: KINDS },
    said: [/1 to be filled in and handed in: sampleSubmission\.csv/, /The test set .* has no labels and was put aside/],
  },
  {
    of: "24 two tables, one for each part",
    files: {
      ...at([...each(12, (i) => `train/${i}.png`), ...each(6, (i) => `test/${i}.png`)]),
      "train.csv": table((i) => `${i}.png,${kind(i)}`),
      "test.csv": table((i) => `${i}.png,${kind(i + 1)}`, 6),
    },
    right: { count: 18, classes: KINDS, test: 6 },
    said: [/By the table train\.csv, test\.csv/],
  },
  {
    of: "24 lists of names for each part",
    files: {
      ...at(each(12, (i) => `set/images/${kind(i)}/${i}.png`)),
      "set/meta/train.txt": lines(9, (i) => `${kind(i)}/${i}`),
      "set/meta/test.txt": lines(3, (i) => `${kind(i + 9)}/${i + 9}`),
    },
    right: { classes: KINDS, test: 3 },
    said: [/By the folders of the images/, /By a table that names the images: test/],
  },
];

const IDLE: PictureCase[] = [
  {
    of: "24 numbers beside pictures that every folder counts anew name none of them",
    files: {
      ...at(each(60, (i) => `set/images/day${i % 20}/${Math.floor(i / 20)}.png`)),
      "set/weather.csv": `day,rain\n${lines(60, (i) => `${i % 3},${i % 2}`)}`,
    },
    interpretation: { classes: "table" },
    right: { count: 60 },
    said: [/1 that name no image: set\/weather\.csv/],
  },
  {
    of: "06 boxes that name pictures, whose classes are the folders",
    files: {
      ...at(each(12, (i) => `train/${kind(i)}/images/${kind(i)}_${i}.png`)),
      "train/ant/ant_boxes.txt": lines(4, (i) => `ant_${3 * i}.png\t0\t10\t63\t58`),
    },
    right: { classes: KINDS },
    said: [/By the folders of the images\./, /1 that name pictures of which all is known without them: train\/ant/],
  },
  {
    of: "24 lists of names for each part, beside a table of classes",
    files: {
      ...numbered,
      "set/labels.csv": table((i) => `${i}.png,${kind(i)}`),
      "set/train.txt": lines(9, String),
      "set/test.txt": lines(3, (i) => String(i + 9)),
    },
    right: { classes: KINDS, test: 3 },
    said: [/By the table set\/labels\.csv, which/, /By a table that names the images: test/],
  },
];

export const PICTURE_LABEL_CASES: PictureCase[] = [...NAMES, ...FOLDERS, ...TABLES, ...IDLE];
