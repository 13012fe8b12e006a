import type { Catalog } from "../catalog";

/** What is measured, and where each definition is from. */

const MICRO_BATCHES = "固定权重下的微批次梯度";
const COMMON_WEIGHTS = "本项目：同一种子下，在第一组的权重处的微批次梯度";
const WANG_ISOLA = "Wang & Isola, arXiv 2005.10242，第 4.2 节";

export const metrics: Pick<Catalog, "metrics"> = {
  metrics: {
    infoNce: {
      headline: { name: "InfoNCE", says: "0：每个视图都找到孪生视图；虚线：随机猜测。" },
      marks: [{ text: "随机猜测：log K = {value}" }],
      label: "InfoNCE 值",
      guide:
        "在批次的其余视图中找到同一样本的另一视图，还有多难。无论用什么训练，每组都计算 NT-Xent 损失：log K（K = 2B − 1）相当于随机猜测，0 为完美。",
      source: "Chen et al., arXiv 2002.05709，第 2.1 节",
      unit: "奈特",
    },
    logXi: {
      label: "log ξ",
      guide: "负样本落后于正样本多少。远低于 0 奈特时，锚点视为已解决，InfoNCE 便放手。",
      source: "Chen et al., arXiv 2107.01152，第 3 节；作为损失：DCL，arXiv 2110.06848",
      unit: "奈特",
    },
    temperature: {
      label: "温度",
      guide: "这一步用来除余弦的数：越低，最近的负样本就越占主导。",
      source: "Chen et al., arXiv 2002.05709，第 2.1 节",
      unit: "",
    },
    objective: {
      headline: { name: "自身" },
      label: "目标函数",
      guide: "该组训练所用损失的值。FlatNCE 按构造恒为 1，所以比较各组请看 InfoNCE 值。",
      source: "该目标函数自身的定义",
      unit: "",
    },
    vanishingFactor: {
      label: "消失因子",
      guide:
        "在每组自己的嵌入上，InfoNCE 损失平均会给锚点的力留下多少。接近 1 时两种损失一致，接近 0 时 InfoNCE 几乎不动；FlatNCE 的锚点逐渐得到解决，它的曲线也会下降，但 FlatNCE 本身并不乘以它。",
      source: "arXiv 2107.01152 的梯度恒等式；DCL 的负正耦合，arXiv 2110.06848，第 3 节",
      unit: "",
    },
    ess: {
      label: "有效样本量（占负样本的比例）",
      guide: "真正在推的负样本占全部的比例。分量全部相等时为 1，M 个中一个独大时为 1/M。",
      source: "FlatNCE 官方 notebook（github.com/Junya-Chen/FlatCLR）；arXiv 2107.01152",
      unit: "比例",
      short: "n-ESS",
    },
    anchorEss: {
      label: "锚点 ESS",
      guide: "在当前权重下，会推动 InfoNCE 一步的锚点所占的比例；FlatNCE 始终使用全部锚点。",
      source: "本项目：消失因子的 Kish 有效样本量",
      unit: "比例",
    },
    contrastiveAccuracy: {
      headline: { name: "对比", says: "视图找到孪生视图的频率。" },
      label: "对比准确率",
      guide: "同一样本的另一视图恰为最近视图的频率。随机猜测为 1/(2B − 1)。",
      source: "SimCLR 的对比 top-1，arXiv 2002.05709",
      unit: "比例",
      short: "对比",
    },
    alignment: {
      label: "对齐度",
      guide: "一个样本的两个视图相距多远。即距离平方的均值：重合为 0，互不相关为 2。",
      source: WANG_ISOLA,
      unit: "距离²",
    },
    uniformity: {
      label: "均匀度",
      guide: "同一组视图的样本在球面上分布得多均匀。越低越均匀，0 表示缩成一点。",
      source: WANG_ISOLA,
      unit: "奈特",
    },
    collapseStd: {
      marks: [{ text: "1/√D = {value}" }],
      label: "各维离散度",
      guide: "嵌入在每个方向上分布得多开。接近 1/√D 时用到了全部 D 个方向；趋近 0 时坍缩为一点。",
      source: "Chen & He, SimSiam, arXiv 2011.10566，第 4.1 节",
      unit: "标准差",
      short: "离散度",
    },
    mutualInformation: {
      marks: [{ text: "log K = {value}" }],
      label: "互信息下界",
      guide: "已知一个视图至少透露了另一个视图的多少信息。以奈特计，估计不会超过 log K（K = 2B − 1）。",
      source: "van den Oord et al., arXiv 1807.03748，第 2.3 节；Poole et al., arXiv 1905.06922",
      unit: "奈特",
      short: "信息",
    },
    oneWayInformation: {
      marks: [{ text: "log B = {value}" }],
      label: "互信息下界，从第一视图到第二视图",
      guide:
        "已知第一视图至少透露了第二视图的多少信息。即通常所说的界：每个第一视图的候选是 B 个第二视图，不会超过 log B。",
      source: "van den Oord et al., arXiv 1807.03748，第 2.3 节；Poole et al., arXiv 1905.06922，式 10",
      unit: "奈特",
      short: "单向",
    },
    smallestVanishingFactor: {
      label: "最小消失因子",
      guide: "被 InfoNCE 压得最低的锚点还剩的权重。低于 3 × 10⁻⁸ 时，float32 的交叉熵不再给它任何吸引力。",
      source: "arXiv 2107.01152 的梯度恒等式；阈值为该格式 ε 的四分之一",
      unit: "",
      short: "最小因子",
    },
    gradientNorm: {
      label: "梯度范数",
      guide: "探测所用各微批次的平均梯度的长度；尺度不同的损失在这里本来就不同。",
      source: MICRO_BATCHES,
      unit: "长度",
    },
    gradientVariance: {
      headline: { name: "原始", says: "批次之间的离散；步子小，离散也小。" },
      label: "梯度方差",
      guide:
        "梯度随批次变化多大，对所有参数求和；它与梯度的平方成比例，所以 InfoNCE 的锚点失去权重后，它的方差也一直很低：相对于自身大小谁更嘈杂，请看相对值。",
      source: MICRO_BATCHES,
      unit: "长度²",
    },
    gradientSnr: {
      label: "梯度信噪比",
      guide: "所有批次共同的方向比单个批次的偶然性突出多少。无偏；接近或低于 0 时，探测无法把梯度与噪声分开。",
      source: MICRO_BATCHES,
      unit: "比值",
      short: "梯度信噪比",
    },
    gradientNoise: {
      headline: { name: "相对", says: "单个批次的梯度有多少是偶然。" },
      label: "梯度噪声占比",
      guide: "单个批次的梯度有多少是偶然。以梯度平方的占比计：所有批次一致时为 0，只剩噪声时为 1。",
      source: MICRO_BATCHES,
      unit: "比例",
    },
    noiseScale: {
      marks: [{ text: "B = {value}" }],
      label: "梯度噪声尺度",
      guide: "梯度要在多少个样本上取平均，信号才与噪声相当：高于批大小时噪声占上风。",
      source: "McCandlish et al., arXiv 1812.06162，附录 A.1；微批次与运行的批大小相同",
      unit: "样本",
      short: "噪声尺度",
    },
    gradientCosine: {
      label: "与第一组的梯度余弦",
      guide: "一组的移动方向与第一组有多一致。取第一组权重处的平均梯度：1 表示只有步长不同。",
      source: COMMON_WEIGHTS,
      unit: "",
      short: "梯度余弦",
    },
    commonGradientNoise: {
      label: "共同权重处的梯度噪声占比",
      guide: "每组的梯度在第一组权重处、相同批次上的噪声占比，这样只有目标函数造成差别。",
      source: COMMON_WEIGHTS,
      unit: "比例",
      short: "θ₀ 处噪声",
    },
    updateSize: {
      label: "更新的相对大小",
      guide: "一步使权重改变多少。探测之后那次更新的长度与权重长度之比；正常的运行通常约为 0.001。",
      source: "训练诊断中的更新比，例如 Karpathy，CS231n 讲义第 3 部分",
      unit: "比值",
      short: "更新大小",
    },
    silentGradients: {
      label: "沉默梯度占比",
      guide: "梯度小于 Adam 的 ε、因而 Adam 不再补偿其微小的参数所占的比例；失活的单元也计入。",
      source: "Kingma & Ba, arXiv 1412.6980，算法 1：分母中的 ε",
      unit: "比例",
      short: "沉默梯度",
    },
    effectiveRank: {
      label: "有效秩",
      guide: "嵌入用到多少个方向，在留出样本上测量；数值低预示坍缩。",
      source: "RankMe, Garrido et al., arXiv 2210.02885，第 3 节",
      unit: "维",
      short: "秩",
    },
    participationRatio: {
      label: "参与比",
      guide: "嵌入的方差由多少个方向承担，在留出样本上测量；与有效秩相比，弱方向计得更少。",
      source: "Gao et al., bioRxiv 214262；物理学中特征值的逆参与比",
      unit: "维",
      short: "参与比",
    },
    knnAccuracy: {
      headline: { name: "kNN", says: "检验：最近的邻居是否同类？" },
      label: "kNN 准确率",
      guide: "有多少留出样本周围多是同类：由最近的有标签邻居猜对了类别。以比例计；按特征 h 的余弦取最近。",
      source: "Wu et al., arXiv 1805.01978，第 3.4 节",
      unit: "比例",
    },
    probeAccuracy: {
      headline: { name: "线性探测", says: "检验：简单的分类器能否分辨类别？" },
      label: "线性探测准确率",
      guide:
        "一个简单的分类器凭编码器学到的内容能判对多少留出样本。找孪生视图并不需要知道类别，所以这个比例（在冻结特征 h 上的线性分类）表明此外还学到了什么。",
      source: "标准化特征上的岭回归；arXiv 2002.05709 线性评估协议的闭式解",
      unit: "比例",
    },
    fineTunedAccuracy: {
      label: "微调准确率",
      guide: "运行结束时，复制编码器并用少量标签继续训练后，能判对的留出样本所占的比例。",
      source: "少量标签的微调：SimCLR，arXiv 2002.05709，第 6 节（半监督学习）",
      unit: "比例",
      short: "微调",
    },
    layerVariance: {
      label: "各层的梯度方差",
      guide: "哪些层的梯度随批次变化：以占批次梯度平方的比例计，以总和计，或按该层单个参数的方差计。",
      source: "固定权重下的微批次梯度，逐个参数张量",
      unit: "",
    },
    parameterSnr: {
      label: "单个参数的信噪比",
      guide: "有多少参数的梯度高出自身的噪声。若只有噪声，R 个批次的比值约为 1/√R，即虚线。",
      source: "固定权重下的微批次梯度；没有梯度的参数不计",
      unit: "比值",
    },
    headlines: {
      loss: { label: "损失" },
      variance: { label: "梯度方差" },
      accuracy: { label: "准确率" },
    },
    groups: { anchors: { label: "锚点" }, gradient: { label: "梯度" }, embedding: { label: "嵌入" } },
  },
};
