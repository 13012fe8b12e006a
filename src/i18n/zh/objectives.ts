import type { Catalog } from "../catalog";

/** Losses and augmentations. */

const CLASS_PRIOR = {
  label: "类别先验",
  summary: "假定与锚点同类的负样本所占的比例，将其扣除。0 表示负样本全部照单全收。",
};

type Rooms = "objectives" | "objectiveGroups" | "otherObjectives" | "augmentations";

export const objectives: Pick<Catalog, Rooms> = {
  objectiveGroups: {
    subject: "从 InfoNCE 到 FlatNCE",
    batch: "批次内对比",
    estimators: "信息的估计量",
    margins: "间隔",
    withoutNegatives: "不与负样本对比",
    ceiling: "上限",
  },
  otherObjectives: { title: "其他" },
  objectives: {
    custom: {
      label: "自定义函数",
      summary: "以公式写出你自己的损失。写出它如何依赖 v = log ξ；其导数就是锚点的权重。",
      options: {},
    },
    infoNce: {
      label: "InfoNCE",
      summary: "常用对比损失的数值稳定形式；锚点解决之后，它的拉力随之消退。",
      options: {},
    },
    infoNceCe: {
      label: "InfoNCE（交叉熵）",
      summary: "以 softmax 交叉熵计算的 InfoNCE，带有这种形式的舍入误差。以 float32 计算。",
      options: {},
    },
    flatNce: {
      label: "FlatNCE",
      summary: "无论锚点解决得多好，都以相同的权重拉动。其值按构造恒为 1。",
      options: {},
    },
    dual: {
      label: "对偶族",
      summary: "一端是 InfoNCE、另一端是 FlatNCE 的一族损失。c = 1 为 InfoNCE，c = 0 为 FlatNCE；ξ 低于 c 时锚点消退。",
      options: {
        c: { label: "c", summary: "位于两种损失之间何处。1 为 InfoNCE，0 为 FlatNCE（此时其值为 log ξ）。" },
      },
    },
    xi: {
      label: "指数",
      summary: "处境最差的锚点拉得最用力，没有上限。损失就是 ξ 本身，不取对数。",
      options: {},
    },
    infoNceOneWay: {
      label: "InfoNCE，单向",
      summary: "仅以第一视图对第二视图的 InfoNCE。log B 减去它就是通常的互信息下界。",
      options: {},
    },
    flatNceOneWay: { label: "FlatNCE，单向", summary: "仅以第一视图对第二视图的 FlatNCE。", options: {} },
    clip: { label: "CLIP", summary: "两个视图之间双向的 InfoNCE，如同图像与文字说明之间。", options: {} },
    dcl: {
      label: "DCL",
      summary: "经另一途径得到的 FlatNCE，其值能显示进展。它就是 log ξ，会无止境地下降。",
      options: {},
    },
    dclw: {
      label: "DCLW",
      summary: "对仍然相距较远的正样本拉得更用力的 DCL。",
      options: {
        sigma: { label: "sigma", summary: "权重区分正样本远近的锐利程度，以余弦为单位；取值大时即为 DCL。" },
      },
    },
    sogClr: {
      label: "SogCLR",
      summary: "用一个样本在许多批次中遇到的内容来归一化，使小批次能代表整个数据集。",
      options: {
        memoryRate: {
          label: "比率（gamma）",
          summary: "样本的滑动平均中当前批次的占比。1 表示忘掉之前所有批次，即 FlatNCE。",
        },
      },
    },
    flo: {
      label: "FLO",
      summary:
        "在编码器之外，另外学习批次太小而无法给出的部分。归一化项 u 是学出来的，由此得到没有 log K 上限的互信息界。",
      options: {},
    },
    sigLip: {
      label: "SigLIP",
      summary: "每对样本各用一个 sigmoid，不在批次上归一化，因此批大小影响不大。",
      options: {
        initialScale: {
          label: "初始尺度（t）",
          summary: "训练前余弦所乘的因子；训练的是它的对数。取代温度。",
        },
        initialBias: {
          label: "初始偏置（b）",
          summary: "训练前加到每一对上；负样本远多于正样本，所以从低值开始。",
        },
      },
    },
    barlowTwins: {
      label: "Barlow Twins",
      summary: "没有负样本：各维在两个视图之间应当一致，彼此不应重复。",
      smallestBatch: { reason: "在两个样本上标准化后，无论学到什么，每一维都是 +1 和 −1" },
      options: { redundancy: { label: "冗余（lambda）", summary: "不同维度之间相关性的权重。" } },
    },
    vicReg: {
      label: "VICReg",
      summary: "没有负样本：视图一致，每一维保持离散，任意两维不同步变化。",
      smallestBatch: { reason: "两个样本只在一个方向上不同，因此无论学到什么，所有维度都同步变化" },
      options: {
        invariance: { label: "不变性", summary: "同一样本两个视图之间距离的权重。" },
        variance: { label: "方差", summary: "使每一维保持离散的项的权重。铰链函数使标准差保持在 1 或以上。" },
        covariance: { label: "协方差", summary: "不同维度之间协方差的权重。" },
      },
    },
    alignUniform: {
      label: "对齐 + 均匀",
      summary: "正样本聚拢，全部样本均匀分布于球面，是可以加权的两项。",
      options: {
        uniformityTemperature: { label: "均匀度 t", summary: "排斥的作用范围：越大，越只看最近的邻居。" },
        uniformityWeight: { label: "均匀度权重", summary: "均匀度相对于对齐度的权重。" },
      },
    },
    debiased: {
      label: "去偏",
      summary: "扣除其实与锚点同类的那部分负样本。",
      options: { classPrior: CLASS_PRIOR },
    },
    hardNegative: {
      label: "难负样本",
      summary: "最相似的负样本计得比其份额更多。β = 0 即去偏损失。",
      smallestBatch: { reason: "两个样本时只有一个其他样本，无从挑选；此时 infoNce 已经足够" },
      options: {
        classPrior: CLASS_PRIOR,
        concentration: { label: "集中度（beta）", summary: "难负样本多计多少。0 表示一视同仁。" },
      },
    },
    triplet: {
      label: "三元组",
      summary: "对单次比较用铰链函数：满足间隔的三元组不计，其余一律相同。",
      options: { margin: { label: "间隔", summary: "正样本的余弦必须比负样本高出多少。" } },
    },
    nPair: {
      label: "N-pair",
      summary: "没有归一化和温度的 InfoNCE；网络只要放大嵌入就能降低它。",
      options: {},
    },
    nwj: {
      label: "NWJ",
      summary: "永不饱和的互信息界，代价是方差大。没有 log K 的上限。",
      options: {},
    },
    dv: {
      label: "DV / MINE",
      summary: "Donsker-Varadhan 互信息界；带平均时即 MINE 对其梯度的修正。",
      options: {
        partitionAverage: {
          label: "平均",
          summary: "用来除梯度的配分函数中，之前批次的占比。0 即普通的 DV。",
        },
      },
    },
    jsd: {
      label: "JSD",
      summary: "用逻辑回归区分正样本对与负样本对：方差小，但不估计信息量。",
      options: {},
    },
    smile: {
      label: "SMILE",
      summary: "截断负样本的 DV，由此抑制其方差。",
      options: { clipAt: { label: "截断（T）", summary: "配分函数中负样本 logit 的最大幅度；截断大时即为 DV。" } },
    },
    dhel: {
      label: "DHEL",
      summary: "在两个视图之间拉，在各视图之内推，使两种力从不落在同一对上。",
      options: {},
    },
    spectral: {
      label: "谱",
      summary: "以平方代替指数，嵌入的长度不受限；没有温度可设。",
      options: {},
    },
    supervised: {
      label: "监督",
      summary: "上限：同一编码器用整个训练集的标签训练。损失只看 h，所以对 z 的测量是未训练的投影头的结果。",
      options: {},
    },
  },
  augmentations: {
    crop: {
      label: "裁剪",
      guide: "取图像的一部分，再放大回原尺寸：由面积占比和边长比决定。",
      summary: "{minScale, number, ::percent} 至 {maxScale, number, ::percent}",
    },
    flip: {
      label: "翻转",
      guide: "左右互换。自动：彩色图像取强度的一半，灰度图像取 0，因为后者多半是字符。彩色的数字同样没有镜像。",
      summary: "{flip, number, ::percent}",
    },
    rotation: {
      label: "旋转",
      guide: "角度均匀抽取，两个方向皆可。SimCLR 没有旋转；15 度之内字符仍可辨认。",
      summary: "±{rotation, number, ::.##}°",
    },
    jitter: {
      label: "颜色抖动",
      guide: "亮度、对比度、饱和度和色相，以此概率全部施加，否则都不施加。",
      summary: "{jitter, number, ::percent}",
    },
    brightness: { label: "亮度", guide: "所有值乘以一个随机因子。", summary: "±{brightness, number, ::.##}" },
    contrast: {
      label: "对比度",
      guide: "与视图平均灰度的距离乘以一个随机因子。",
      summary: "±{contrast, number, ::.##}",
    },
    saturation: {
      label: "饱和度",
      guide: "与像素灰度的距离乘以一个随机因子。",
      summary: "±{saturation, number, ::.##}",
    },
    hue: { label: "色相", guide: "所有颜色沿色环转动，亮度不变。", summary: "±{hue, number, ::.##}" },
    grey: { label: "灰度化", guide: "去掉颜色。", summary: "{grey, number, ::percent}" },
    blur: {
      label: "模糊",
      guide: "宽度随机的高斯模糊。",
      summary: "{blur, number, ::percent}，σ 至多 {maxBlur, number, ::.##}",
    },
    noise: { label: "噪声", guide: "给每个值加上正态噪声。SimCLR 没有噪声。", summary: "σ {noise, number, ::.##}" },
    cutout: {
      label: "Cutout 遮挡",
      guide: "以平均灰度盖住视图中的一个正方形。按原论文（DeVries 与 Taylor，2017）对每个视图都做；打开时概率设为 1。",
      summary: "{cutout, number, ::percent}，边长 {cutoutSide, number, ::percent}",
    },
  },
};
