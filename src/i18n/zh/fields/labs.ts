import type { Catalog } from "../../catalog";
import { metricLabels } from "../../metricLabels";
import { metrics } from "../metrics";

/** Rows of the labs' settings. */

const SAME_SEED = "编号相同，同一设备上的答案就相同。";

export const labFields = {
  "advice.place": {
    label: "你会在哪里训练？",
    tooltip: "它决定答案针对的批大小。浏览器在合理时间内只能跑较小的批次；实际测试的批大小见下方和答案。",
    options: {
      device: "笔记本或手机，批大小 32",
      gpu: "一块 GPU，批大小 128",
      several: "多块 GPU，批大小 512",
      own: "其他批大小",
    },
  },
  "advice.batchSize": { label: "你的批大小", tooltip: "一个批次中的图像数或行数；每个有两个视图。" },
  "advice.aim": {
    label: "你看重什么？",
    tooltip: "冻结特征上线性分类器的准确率，或其最近邻的准确率；或者达到两种损失共同增益的九成需要多大部分的运行。",
    options: { probe: "线性分类器", knn: "最近邻", steps: "更少的步数" },
  },
  "advice.effort": {
    label: "要多彻底？",
    tooltip:
      "答案可以用多长时间。快速：200 步，小批次。普通：400 步（图像 500 步）。彻底：2,000 步（图像 1,500 步），批次更大；需要 GPU。",
    options: { quick: "快速", normal: "普通", thorough: "彻底" },
  },
  "advice.seeds": { label: "答案的种子数", tooltip: "区间所依据的重复次数。越多区间越窄；只有一个则没有区间。" },
  "advice.seed": { label: "首个种子", tooltip: SAME_SEED },
  "bound.critic": {
    label: "评判函数",
    tooltip:
      "给两个向量的匹配程度打分：理论上最优的评判，或学着成为最优的网络。最优者是真实的对数密度比；网络或者把所有 K² 对的两个向量一起输入，或者把两个嵌入相乘。",
    options: { oracle: "最优", joint: "联合", separable: "可分离" },
  },
  "bound.objective": {
    label: "训练目标",
    tooltip: "评判函数的损失。JSD 训练对数比，再由 NWJ 的估计读出；FLO 还训练 u。",
    options: { infoNce: "InfoNCE", flatNce: "FlatNCE", flo: "FLO", nwj: "NWJ", dv: "DV", jsd: "JSD / SMILE" },
  },
  "bound.bounded": {
    label: "分数有界",
    tooltip: "使评判函数的分数保持在一定范围内。限于 ±1/τ：余弦（可分离）或 tanh（联合）。",
  },
  "bound.temperature": { label: "温度 τ", tooltip: "决定分数的界。" },
  "bound.statistic": {
    label: "表格显示",
    tooltip: "表格显示估计的哪个统计量。均方误差为偏差² + 标准差²。",
    options: { mean: "均值", median: "中位数", bias: "偏差", sd: "标准差", mse: "均方误差" },
  },
  "bound.miFrom": { label: "最小互信息", tooltip: "互信息，以奈特计。" },
  "bound.miTo": { label: "最大互信息", tooltip: "互信息，以奈特计；阶梯到此为止。" },
  "bound.levels": { label: "级数", tooltip: "互信息从最小到最大取几个值：每个值一张图，或阶梯的一级。" },
  "bound.kFrom": { label: "最小 K", tooltip: "每对的候选数，含其搭档；逐次加倍到最大值。" },
  "bound.kTo": { label: "最大 K", tooltip: "每对的最多候选数。训练的评判函数对每个 K 重新训练。" },
  "bound.dimensions": { label: "维数 d", tooltip: "两个向量各自的维数。" },
  "bound.batches": {
    label: "批次数",
    tooltip: "表格每格测量多少次。K 大于 128 时批次更少，因为更费时而波动更小。",
  },
  "bound.steps": { label: "每级步数", tooltip: "评判函数在阶梯每一级上的更新次数。" },
  "bound.learningRate": { label: "学习率", tooltip: "Adam 的学习率。" },
  "bound.width": { label: "宽度", tooltip: "两个隐藏层的单元数。" },
  "bound.seed": { label: "种子", tooltip: "用于样本对和初始权重。" },
  "precision.measure": {
    label: "检查的误差",
    tooltip: "检查损失的哪个结果的舍入：正样本 logit 的梯度、到达锚点嵌入的梯度，或损失的值（FlatNCE 的恒为 1）。",
    options: { positive: "正样本", anchor: "锚点", value: "损失" },
  },
  "precision.xiFrom": {
    label: "最小 ξ",
    tooltip: "最好的锚点解决到什么程度。ξ 是 e 的（负样本减正样本 logit）次方之和：锚点已解决时很小。",
  },
  "precision.xiTo": { label: "最大 ξ", tooltip: "最差的锚点混淆到什么程度。大于 1 时负样本占优。" },
  "precision.stepsPerDecade": {
    label: "每十倍点数",
    tooltip: "曲线测得多密。以 ξ 每个十倍区间的点数计；每点是 32 个锚点的中位数。",
  },
  "precision.seed": { label: "种子", tooltip: "用来抽取负样本的 logit。" },
  "sweep.base.steps": {
    label: "步数",
    tooltip: "每格的更新次数；其他预算下，指与基础实验相同的格或第一格的更新次数。",
  },
  "sweep.base.seeds": { label: "种子数", tooltip: "每格中每组重复的次数。至少两个才能得到区间。" },
  "sweep.base.seed": { label: "首个种子", tooltip: "编号相同，扫描就相同，按时间预算时除外。" },
  "sweep.budget": {
    label: "各格相同的量",
    tooltip:
      "每格分得同样多的什么。步数；所见样本数，这样小批次走更多步；或时间：每格先预热 8 步，再对 24 步计时（不含测量），然后训练到与第一格走完其步数相同的时间。同一格的各组步数总是相同。",
    options: { steps: "步数", samples: "样本数", time: "时间" },
  },
  "sweep.rates.rule": {
    label: "学习率",
    tooltip:
      "固定：与基础实验相同。统一：每组的梯度与第一组等长（SGD）。搜索：在每格中，每组取其学习率的某个倍数，使它在四分之一留作此用的训练样本上线性探测准确率最高；测试样本不参与。",
    options: { fixed: "固定", matched: "统一", search: "搜索" },
  },
  "sweep.metric": {
    label: "指标",
    tooltip: "分布图和曲线所显示的量，取每格结束时的值。",
    options: metricLabels(metrics),
  },
} satisfies Partial<Catalog["fields"]>;
