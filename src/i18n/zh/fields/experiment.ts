import type { Catalog } from "../../catalog";
import { metricLabels } from "../../metricLabels";
import { metrics } from "../metrics";

/** Rows of the experiment's settings: data, training, stopping, optimizer, encoder. */

type Fields = Catalog["fields"];

const IMAGE_DEPTH =
  "网络的层数，按原论文的计法。据 He et al.（2016）：8 和 14 有三个阶段，与其用于 CIFAR 的网络相同；10 和 18 有四个阶段，宽度 64 时即 ResNet-10 和 ResNet-18。";

export const experimentFields = {
  sections: {
    data: "数据",
    encoder: "编码器",
    optimizer: "优化器",
    augmentation: "数据增强",
    device: "设备",
    training: "训练",
    stopping: "提前停止",
    measuring: "测量",
  },
  dataset: {
    id: { label: "数据集", tooltip: "学习器所见的数据。标签只用于测量，从不用于训练。" },
    set: {
      label: "公开数据集",
      tooltip: "在你要求时从 Hugging Face 下载，并保存在这台设备上：此后没有网络也能用。",
    },
    url: { label: "地址", tooltip: "数据文件的地址，格式须可读取，所在服务器须允许其他网站读取。" },
  },
  "dataset.id": {
    options: { points: "平面点", glyphs: "字形", files: "自己的文件", url: "来自地址", public: "公开数据集" },
  },
  "dataset.layout": {
    label: "布局",
    tooltip: "各类别在平面上的排列方式。",
    options: { rings: "圆环", moons: "月牙", gaussians: "团簇" },
  },
  "dataset.classes": { label: "类别数", tooltip: "生成数据的类别数。" },
  "dataset.samples": { label: "样本数", tooltip: "用于训练的样本数。", name: "样本数" },
  "dataset.samples.files": {
    label: "样本数上限",
    tooltip: "从文件中至多取多少训练样本，各类别按比例；文件较少时取得更少。",
  },
  "dataset.side": { label: "边长", tooltip: "图像的边长，以像素计。自动：数据本身在 28 到 64 之间时照原样。" },
  "dataset.colour": {
    label: "颜色",
    tooltip: "保留颜色，或以灰度存储图像。",
    options: { keep: "保留", grey: "灰度" },
  },
  batchSize: {
    label: "批大小",
    tooltip: "每步的样本数；每个样本产生两个视图。无论学到什么，InfoNCE 都不会超过 log K，其中候选数 K = 2B − 1。",
  },
  temperature: {
    label: "温度",
    tooltip: "用来除余弦相似度的数。温度低时，容易的正样本就算已解决：这决定了 FlatNCE 有没有什么可修复的。",
  },
  "temperatureRule.id": {
    label: "温度随时间的变化",
    tooltip:
      "温度在运行中如何变化。调度：由步数决定。学习：与权重一起梯度下降。控制：使给定比例的负样本承担梯度。每组可单独设置。",
    options: { fixed: "固定", scheduled: "调度", learned: "学习", ess: "控制（ESS）" },
  },
  "temperatureRule.end": { label: "最终温度", tooltip: "最后一步的温度；其对数均匀地变到这里。" },
  "temperatureRule.minimum": {
    label: "最低温度",
    tooltip: "学习或控制的温度到此为止。正样本一旦占优，FlatNCE 总能从更低的温度获益，所以学习的温度需要它。",
  },
  "temperatureRule.maximum": { label: "最高温度", tooltip: "学习或控制的温度到此为止。" },
  "temperatureRule.target": {
    label: "负样本比例",
    tooltip: "控制器希望承担梯度的负样本所占的比例。高于它（n-ESS）温度下降，低于它温度上升。",
  },
  "temperatureRule.gain": { label: "增益", tooltip: "控制器每步把温度的倒数改变多大比例。" },
  "queue.size": {
    label: "负样本队列",
    tooltip:
      "如 MoCo 那样，以之前批次的嵌入取代本批次的负样本。0 表示关闭队列。开始时是随机方向，走过的步数达到它能容纳的批次数后，就全是真实的嵌入。",
  },
  "queue.momentum": {
    label: "队列动量",
    tooltip: "队列背后的编码器每步保留自身权重的比例；其余来自所训练的编码器。",
  },
  seeds: {
    label: "种子数",
    tooltip:
      "每组重复的次数。每个种子有自己的初始权重、批次和增强，同一种子的各组共用它们，因此差值是配对的。至少两个种子才能得到区间。",
  },
  steps: { label: "步数", tooltip: "到运行结束为止的更新次数。" },
  seed: { label: "首个种子", tooltip: "第一次重复的编号；编号相同，运行就逐位相同。" },
  "stop.patience": {
    label: "无进展的测量次数",
    tooltip:
      "该指标连续这么多次测量中，没有一组对种子的均值超过此前最好，运行就结束。0：从不。设置相同，停止的步也相同。",
    name: "无进展即停止",
  },
  "stop.target": {
    label: "各组的目标",
    tooltip:
      "每组对种子的均值都曾在某次测量中达到该指标的这个值，运行就结束；所以较快的组会等其他组。准确率是比例：0.9 即 90%。0：从不。",
    name: "达到目标即停止",
  },
  "stop.metric": {
    label: "两者的指标",
    tooltip:
      "目标和进展所依据的指标。准确率和秩在每次评估时测量，梯度在每次梯度探测时测量。没有数值的指标（如数据没有标签时的准确率）不会使运行结束。",
    name: "停止所依据的指标",
    options: metricLabels(metrics),
  },
  "stop.minutes": {
    label: "训练分钟数",
    tooltip:
      "训练和测量满这么多分钟后运行结束；暂停不计。0：从不。结束在哪一步取决于机器，因此重复运行可能停在另一步。",
    name: "若干分钟后停止",
  },
  "optimizer.id": {
    label: "优化器",
    tooltip: "Adam 把每个梯度除以其通常的大小，这会掩盖消失的梯度；SGD 不会。",
    options: { adam: "Adam", sgd: "SGD", lars: "LARS" },
  },
  "optimizer.learningRate": { label: "学习率", tooltip: "一次更新的大小。每组可单独设置。" },
  "optimizer.rateRule": {
    label: "学习率与批大小",
    tooltip:
      "学习率如何随批大小变化。不变、成正比（Goyal et al., 2017），或与其平方根成正比（SimCLR 发现在小批次时更好）。对各组自己的学习率同样有效。",
    options: { fixed: "不变", linear: "线性", squareRoot: "平方根" },
  },
  "optimizer.referenceBatch": { label: "参考批大小", tooltip: "学习率所对应的批大小。" },
  "optimizer.matchGradientNorm": {
    label: "统一梯度范数",
    tooltip:
      "逐种子、逐步把每组的梯度缩放到与第一组等长：剩下可比的就是方向。用于 SGD；Adam 和 LARS 会除以梯度的大小，这样的缩放就抵消了。",
  },
  "optimizer.momentum": { label: "动量", tooltip: "SGD 保留上一次更新的比例。" },
  "optimizer.trustCoefficient": {
    label: "信任系数",
    tooltip: "LARS 令每个权重矩阵的更新为该矩阵自身长度的这个比例，再乘以学习率。",
  },
  "optimizer.beta1": { label: "β1", tooltip: "Adam 的梯度均值的衰减率。" },
  "optimizer.beta2": { label: "β2", tooltip: "Adam 的梯度平方均值的衰减率。" },
  "optimizer.epsilon": { label: "ε", tooltip: "加到 Adam 的分母上：小于它的梯度不再足额计入。" },
  "optimizer.weightDecay": {
    label: "权重衰减",
    tooltip:
      "把权重拉向零：在 Adam 下与梯度分开（AdamW），在 SGD 和 LARS 下是梯度的一部分。LARS 不作用于偏置和归一化的参数。",
  },
  "optimizer.schedule.id": {
    label: "调度",
    tooltip: "学习率在运行中如何变化。",
    options: { constant: "恒定", cosine: "余弦" },
  },
  "optimizer.schedule.warmupSteps": { label: "预热", tooltip: "学习率从零上升所用的步数。" },
  "encoder.id": {
    label: "编码器",
    tooltip: "把样本变成特征的网络。卷积网络需要图像。",
    options: { mlp: "MLP", convnet: "卷积网络", resnet: "ResNet" },
  },
  "encoder.width": {
    label: "宽度",
    tooltip: "隐藏层的单元数；第一个卷积的通道数，图像边长每减半一次，通道数加倍。",
  },
  "encoder.depth": { label: "深度", tooltip: "隐藏层或卷积的层数。" },
  "encoder.norm": {
    label: "归一化",
    tooltip:
      "位于编码器每层之后，取代偏置。组：在单个样本内，每组约八个通道。批：对一个批次的第一视图和第二视图分别归一化，测量学习器时用滑动统计量。",
    options: { none: "无", group: "组", batch: "批" },
  },
  "encoder.projection": {
    label: "嵌入维数",
    tooltip: "用来比较的嵌入的维数。取 2 时能看到圆本身。",
  },
  "encoder.depth.resnet": { label: "深度", tooltip: IMAGE_DEPTH },
} satisfies Partial<Fields>;
