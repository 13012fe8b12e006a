import type { Catalog } from "../../catalog";

/** The labs about estimates and about rounding. */

const ESTIMATORS = {
  infoNce: "InfoNCE",
  flo: "FLO",
  nwj: "NWJ / JSD",
  dv: "DV",
  smile: "SMILE",
  minusU: "−u",
  readOut: "读数，不是界",
};

export const bound: Pick<Catalog, "bound" | "precision"> = {
  bound: {
    title: "界：log K 魔咒",
    units: { oracle: "表格的格", trained: "次更新" },
    question:
      "InfoNCE 是两个视图之间互信息的下界，它永远不会超过 log K，即候选数的对数。真值更大时，小批次就说不出来。这该怪评判函数、怪训练，还是怪界本身？这里真值是已知的：两个坐标相关的高斯分布。以真实的密度比为评判函数（最优），剩下的误差就全归估计量自己；或者现场训练一个评判函数，而真值同时逐级上升。",
    lookFor: [
      "无论是否用最优评判函数，InfoNCE 都会偏离真值，弯向上限 log K：有问题的是界，不是评判函数。接近上限时它的标准差也消失，所以错得非常自信。",
      "FLO 取最优的 u，以及单独的 −u，在每个 K 上平均都正确。代价是标准差：FLO 的左尾很重，均值跳动，中位数偏高；−u 在最优评判函数下的标准差为 sqrt(d ρ² / K)。",
      "K 小时 DV 和 SMILE 偏高：少数样本均值的对数是有偏的。",
      "训练：FlatNCE 需要有界的分数。无界时，它总能靠放大分数获益，读数便会失控。",
    ],
    falsified: [
      "InfoNCE 高于 log K，哪怕一次。",
      "最优评判函数下：−u 的均值与真值之差，超过其标准差除以批次数平方根的几倍。",
      "读数 log(K−1) − DCL 在每个 K 上都跟随真值。",
    ],
    readOutNote:
      "log(K−1) − DCL 可由 FlatNCE 的 logit 免费得到，这里作为读数而不是界来显示：它是以 K−1 个样本的配分函数计算的 DV，E[−log Ẑ] ≥ 0 使它偏高，真值为 10、K = 128 时约为 15。它永不饱和，也从不跟随真值：FlatNCE 修复的是梯度。",
    lines: { ...ESTIMATORS, truth: "真值", ceiling: "log K", flo: "FLO，均值" },
    medians: { flo: "FLO，中位数" },
    columns: ESTIMATORS,
    statistics: { mean: "均值", median: "中位数", bias: "偏差", sd: "标准差", mse: "均方误差" },
    chartAtMi: "互信息 {mi}",
    chartAtK: "K {k}",
    k: "K，候选数",
    step: "步",
    about: {
      name: "互信息的估计",
      guide:
        "按每种估计方法，一对中的一半透露了另一半的多少信息。以奈特计，为新批次的均值；色带为单个批次 ± 一个标准差，仅用于 InfoNCE 和 −u。超出坐标轴的值见表格。",
      unit: "奈特",
    },
    table: {
      title: "估计量与真值",
      mi: "互信息",
      waiting: "每测完一格就填入。",
      batches: "每格 {n} 个批次。",
    },
  },
  precision: {
    title: "精度：舍入的影响",
    unit: "点",
    question:
      "InfoNCE 有几种纸面上等价的写法。计算机会舍入，所以实际上并不等价：softmax 交叉熵把两个接近 1 的数相减，恰恰在锚点已解决（ξ 小）时丢失正样本的梯度。InfoNCE 的梯度消失，是可以用更好的公式修复的舍入问题，还是损失本身的问题？这里在你自己的设备上计算每种写法的梯度，在四种数值格式下随 ξ 与 float64 比较。",
    lookFor: [
      "交叉熵：在 float32 中，误差随 ξ 减小而增大，在虚线处达到 100%；在 float16、bfloat16 和 float8 中，这条线靠右得多。此时它的正样本梯度精确为 0，而负样本仍在推。",
      "稳定形式：在 float32 中，任何 ξ 下都保持全部有效数字：单是舍入问题，不用 FlatNCE 也能解决。它解决不了的是因子 ξ/(1+ξ)：在 float16 和 float8 中，梯度本身会小于最小的可表示数。",
      "FlatNCE：在每种格式、每个 ξ 下，正样本上都是 −1。负样本权重的有效数字，取决于该格式给 logit 之差留下多少位，差大时少几位；但从不丢失。",
      "坐标轴上的条形：赛场的锚点此刻所在之处。在线的左侧，交叉熵没有任何东西可训练。",
    ],
    falsified: [
      "交叉熵在虚线左侧保住有效数字，或在虚线右侧很远处丢失。",
      "FlatNCE 的误差在任何格式、任何 ξ 下接近 100%。",
      "float32 中稳定 InfoNCE 的误差远高于 10⁻⁶：那么问题出在设备的 exp 和 log，下表说明差多少。",
    ],
    forms: { flatNce: "FlatNCE", crossEntropy: "交叉熵", naive: "朴素", stable: "稳定 InfoNCE" },
    formats: {
      float32: "float32",
      float16: "float16",
      bfloat16: "bfloat16",
      float8e4m3: "float8 (e4m3)",
    },
    measures: { positive: "正样本 logit 的梯度", anchor: "锚点嵌入处的梯度", value: "损失的值" },
    xi: "锚点的 ξ（左侧为已解决）",
    about: {
      name: "相对误差",
      guide:
        "舍入误差与结果相比有多大。对锚点取 |所得 − 正确| / |正确| 的中位数，正确值由相同的已舍入 logit 以 float64 算得。1 表示一位有效数字也不剩。低于坐标轴的误差画在边缘。",
    },
    threshold: {
      positive: "低于 {xi} 时梯度为 0",
      anchor: "低于 {xi} 时正样本为 0",
      value: "低于 {xi} 时损失为 0",
    },
    thresholds: "交叉熵：ξ 低于 {positive}（ε/4）时正样本的梯度精确为 0，低于 {value}（ε/2）时损失精确为 0。",
    anchorsBelow: "赛场的锚点在第 {step} 步时低于它的比例：{shares}。",
    noRun: "播放赛场，即可在这里标出它的锚点。",
    host: {
      title: "你的设备自己的 exp 和 log",
      text: "在 CPU 上用 JavaScript 做同样的 float32 步骤，每一步都正确舍入，就是该格式所能达到的最好结果。比值接近 1，表示你的设备没有额外误差。",
      form: "写法",
      device: "设备",
      best: "正确舍入",
      ratio: "设备 / 最好",
      at: "ξ 处",
      caption: "设备误差与正确舍入误差之比的最大值",
    },
  },
};
