import type { Catalog } from "../catalog";

/** The words that the page explains where they stand. */

export const glossary: Pick<Catalog, "glossary"> = {
  glossary: {
    anchor: {
      forms: "锚点",
      sentence: "锚点是我们所站的那个视图：它要在其余所有视图中，找出展示同一样本的那一个。",
    },
    positive: {
      forms: "孪生视图|正样本",
      sentence: "正样本，即孪生视图，是同一样本的另一个视图：训练把它拉向锚点。",
    },
    negative: {
      forms: "负样本",
      sentence: "负样本是批次中其他样本的视图：训练把它们推离锚点。",
    },
    xi: {
      forms: "log ξ|ξ",
      sentence: "ξ 把锚点的全部负样本与它的正样本相比：锚点找到孪生视图时很小，认错时很大。",
      picture: { negatives: "全部负样本", positive: "正样本" },
    },
    k: {
      forms: "log K|K",
      sentence: "K 是锚点从中寻找正样本的候选数，正样本也在其中：小批次的候选很少。",
    },
    f: {
      forms: "消失因子|f",
      sentence: "消失因子 f 是 InfoNCE 给锚点留下的力的比例，拉力和推力都一样：锚点一旦解决，就几乎不剩什么。",
      picture: { solved: "已解决", confused: "混淆" },
    },
    temperature: {
      forms: "温度|τ",
      sentence: "温度 τ 决定最近的负样本有多突出：温度低时，只有它们起作用。",
      picture: { high: "高", low: "低" },
    },
    view: {
      forms: "视图",
      sentence: "视图是样本经过随机变化的结果：裁剪、旋转、变亮或加噪。",
    },
    seed: {
      forms: "种子",
      sentence: "一个种子就是一次重复，权重和批次都重新抽取。在同一种子中，所有损失从相同的权重开始，看到相同的批次。",
    },
    interval: {
      forms: "95% 区间|区间",
      sentence:
        "像这样得出的 100 个区间中，约有 95 个包含真实的差值。运行训练期间，结论可能一会儿一变：以最后一步为准。",
      picture: { none: "0，无差别" },
    },
    batch: {
      forms: "批次",
      sentence: "批次是一个训练步所看的那几个样本，每个有两个视图。",
    },
  },
};
