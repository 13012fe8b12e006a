import { cifar } from "./cifar";
import { csv } from "./csv";
import { idx } from "./idx";
import { images } from "./images";
import { json } from "./json";
import { numpy } from "./numpy";
import { parquet } from "./parquet";
import { stl10 } from "./stl10";
import type { Reader } from "./types";

/** Every format, one line each. The first that recognizes a file reads it: whatever is left of an archive stands behind the special ones. */
export const READERS: readonly Reader[] = [idx, stl10, cifar, numpy, images, json, csv, parquet];
