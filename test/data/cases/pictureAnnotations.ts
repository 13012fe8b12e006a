import { at, each, KINDS, lines, NONE, numbered } from "./pathsOfPictures";
import type { PictureCase } from "./pictures";

/** Texts about objects in pictures, which are no classes of pictures, or may be. */
export const ANNOTATION_CASES: PictureCase[] = [
  {
    of: "24 boxes as YOLO has them",
    files: {
      ...at(each(12, (i) => `set/images/${i}.png`)),
      ...Object.fromEntries(
        each(12, (i) => `set/labels/${i}.txt`).map((path, i) => [path, `${i % 3} 0.5 0.5 0.2 0.${i}\n`]),
      ),
      "set/labels/classes.txt": KINDS.join("\n"),
    },
    right: {},
    said: [NONE, /12 about one picture each, such as boxes or captions, of which no class is read/],
  },
  {
    of: "24 boxes as Pascal VOC has them",
    files: {
      ...at(each(12, (i) => `VOC/JPEGImages/${i}.png`)),
      ...Object.fromEntries(each(12, (i) => `VOC/Annotations/${i}.xml`).map((path) => [path, "<annotation/>"])),
      "VOC/ImageSets/Main/ant_train.txt": lines(12, (i) => `${i}  ${i % 3 ? -1 : 1}`),
    },
    right: {},
    said: [NONE, /12 in XML/, /1 about objects in pictures/],
  },
  {
    of: "24 objects as COCO lists them, several classes in a picture",
    files: { ...numbered, "instances.json": coco((i) => [i % 3, (i + 1) % 3]) },
    right: {},
    said: [NONE, /1 about objects in pictures, which say no class of a picture: instances\.json/],
  },
  {
    of: "24 objects as COCO lists them, of one class in each picture",
    files: { ...numbered, "instances.json": coco((i) => [i % 3, i % 3]) },
    right: { classes: KINDS },
  },
  {
    of: "24 JSON that is damaged, or about something else",
    files: { ...numbered, "a.json": '{"a": ', "b.json": '{"a": [1, 2]}', "c.json": "[]", "d.jsonl": "" },
    right: {},
    said: [NONE],
  },
];

/** @param of the places of the classes of the objects in a picture */
function coco(of: (i: number) => number[]): string {
  return JSON.stringify({
    images: each(12, (i) => `${i}.png`).map((file_name, id) => ({ id, file_name })),
    annotations: each(12, String).flatMap((_, i) =>
      of(i).map((category_id) => ({ image_id: i, category_id, bbox: [] })),
    ),
    categories: KINDS.map((name, id) => ({ id, name })),
  });
}
