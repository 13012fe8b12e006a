import type { Catalog } from "../../catalog";

/** Rows of what is measured, of the device, and of the augmentation. */

export const otherFields = {
  "gradientProbe.every": {
    label: "梯度探测间隔",
    tooltip: "两次测量梯度随批次变化多大之间的步数。0 表示关闭。",
  },
  "gradientProbe.microBatches": { label: "每次探测的新批次数", tooltip: "批次越多，估计越准，用时越长。" },
  "gradientProbe.common": {
    label: "在共同权重处比较",
    tooltip: "每次探测还在第一组的权重处计算各组的梯度，这时只有目标函数不同；用时加倍。",
  },
  "evaluation.every": { label: "评估间隔", tooltip: "两次在留出样本上评估之间的步数。0 表示关闭。" },
  "evaluation.trainSamples": {
    label: "有标签样本数",
    tooltip: "kNN 和线性探测可以使用其标签的训练样本数。",
  },
  "evaluation.testSamples": { label: "留出样本数", tooltip: "用来测量准确率的样本数。" },
  "evaluation.knn.k": { label: "邻居数", tooltip: "参与投票的最近邻居数。" },
  "evaluation.knn.temperature": { label: "投票温度", tooltip: "较近的邻居多计多少。" },
  "evaluation.linearProbe.search": {
    label: "自动选择岭系数",
    tooltip: "在一部分有标签样本上选择线性探测的惩罚系数。在其中五分之一上从 0.0001 试到 1；留出样本不参与。",
  },
  "evaluation.linearProbe.ridge": { label: "岭系数", tooltip: "线性探测在标准化特征上的惩罚系数。" },
  "evaluation.validation": {
    label: "验证",
    tooltip:
      "不用测试样本，而用从训练集中取出的样本（至多五分之一）测量准确率。用它来选择设置；然后关闭它，只看一次测试样本。",
  },
  "evaluation.fineTune.steps": {
    label: "微调步数",
    tooltip:
      "运行结束时，用标签训练每个编码器的副本和一个新的线性分类器这么多步，优化器和增强与运行相同。0 表示关闭。其间暂停会使它没有结果。",
  },
  "evaluation.fineTune.samples": { label: "微调样本数", tooltip: "微调可以使用其标签的训练样本数。" },
  "evaluation.fineTune.learningRate": {
    label: "微调学习率",
    tooltip: "微调时编码器及其分类器的恒定学习率。",
  },
  backend: {
    label: "后端",
    tooltip: "由什么来计算。自动：取真正是 GPU 的后端中最快的，否则经 WebAssembly 用 CPU。",
    options: { auto: "自动", webgpu: "WebGPU", webgl: "WebGL", wasm: "WASM（CPU）", cpu: "纯 JavaScript（CPU）" },
  },
  kernels: {
    label: "内核",
    tooltip:
      "为本页编写的融合程序，或用来核对它们的普通算子（慢很多倍）。用于 WebGPU 和 WASM；普通算子是 TensorFlow.js 的。",
    options: { fused: "融合", reference: "参考" },
  },
  captured: {
    label: "重放步骤",
    tooltip: "录下一步对 GPU 或 WebAssembly 的调用并原样重放，而不是重跑产生它们的 JavaScript。",
  },
  "augmentation.strength": {
    label: "强度",
    tooltip:
      "把一个样本的两个视图配成对有多难。1 即 SimCLR 的配方。增强弱，正样本就容易，而容易的正样本正是 InfoNCE 梯度消失的原因。",
  },
  "augmentation.minScale": { label: "最小裁剪", tooltip: "随机裁剪至少保留的面积比例。" },
  "augmentation.maxScale": { label: "最大裁剪", tooltip: "随机裁剪至多保留的面积比例。" },
  "augmentation.maxAspect": { label: "宽高比", tooltip: "裁剪区域边长的最大比值。" },
  "augmentation.probability": { label: "概率", tooltip: "对一个视图施加的概率。" },
  "augmentation.angle": { label: "最大角度", tooltip: "两个方向皆可，以度计。" },
  "augmentation.change": {
    label: "最大变化",
    tooltip: "视图可以上下变化多少。因子在 1 减此值到 1 加此值之间均匀抽取。",
  },
  "augmentation.turn": {
    label: "最大色相转动",
    tooltip: "颜色可以向两个方向转动多少。以色环的圈数计；0.5 可达任何色相。",
  },
  "augmentation.maxBlur": { label: "最大模糊", tooltip: "模糊的最大标准差，以像素计。最小为 0.1。" },
  "augmentation.deviation": {
    label: "标准差",
    tooltip: "噪声的标准差：图像以整个取值范围为单位，平面点以数据的标准差为单位。",
  },
  "augmentation.cutoutSide": {
    label: "正方形边长",
    tooltip: "占图像短边的比例。中心可以是任何像素，所以正方形可能有一部分在图像之外。",
  },
  "augmentation.flip": { name: "翻转" },
  "augmentation.rotation": { name: "旋转" },
  "augmentation.jitter": { name: "颜色抖动" },
  "augmentation.brightness": { name: "亮度" },
  "augmentation.contrast": { name: "对比度" },
  "augmentation.saturation": { name: "饱和度" },
  "augmentation.hue": { name: "色相" },
  "augmentation.grey": { name: "灰度化" },
  "augmentation.blur": { name: "模糊" },
  "augmentation.noise": { name: "噪声" },
  "augmentation.cutout": { name: "Cutout 遮挡" },
} satisfies Partial<Catalog["fields"]>;
