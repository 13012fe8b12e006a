/** Words that several chapters share. */

const SAME = "太接近，三个种子无法判定";
export const UNDECIDED = "没能得到区间。";
export const WEIGHTS = "锚点的权重，以及锚点所在";

/** Answers to "which of the two". */
export const WHICH_LOSS = { info: "InfoNCE 的", flat: "FlatNCE 的", same: SAME };
