import type { Catalog } from "../../catalog";

/** What is wrong with settings, formulas and the address. */

type Rooms =
  | "errors.config"
  | "errors.interpretation"
  | "errors.configText"
  | "errors.phi"
  | "errors.models"
  | "errors.augmentations"
  | "errors.address"
  | "errors.linked"
  | "errors.panels"
  | "errors.locks"
  | "errors.lesson"
  | "errors.filter";

const NUMBER_WITHIN = "必须是 {low} 到 {high} 之间的数";
const TRUE_OR_FALSE = "必须是 true 或 false";
const ONE_OF = "必须是以下之一：{allowed}";

export const configErrors: Pick<Catalog, Rooms> = {
  "errors.config": {
    nothing: "",
    line: "{path}：{problem}",
    lines: "{first}\n{other}",
    reasons: "{first}；{other}",
    noField: "没有这个字段",
    noFieldNear: "没有这个字段；是否指 {near}？",
    noPreset: "没有预设“{id}”；可用的有 {allowed}",
    noFieldBut: "没有这个字段；可用的有 {allowed}",
    atLeast: "至少为 {limit}",
    atMost: "至多为 {limit}",
    oneOf: ONE_OF,
    whole: "必须是整数",
    ofType: "类型必须是 {type}",
    trueOrFalse: TRUE_OR_FALSE,
    number: "必须是数",
    numberWithin: NUMBER_WITHIN,
    armLeftOut: "已略去“{arm}”：{reasons}",
    armField: "{path} {problem}",
    notLive: "运行进行中无法更改{fields}：请为此开始一次新运行。",
    noNegatives: "批大小为 1 时没有负样本：损失把一个样本与批次中的其他样本比较，所以至少为 2",
    colour: "颜色写作 #rrggbb",
    fineTuneOff: "evaluation.every 为 0 时必须是 0，因为那会关闭所有评估",
    needsImages: "{encoder} 需要图像；平面点请用 {other}",
    neighbors: "至多为 evaluation.trainSamples（{limit}）",
    batch: "至多为 dataset.samples（{samples}）：批次是不放回抽取的",
    batchBesideValidation: "至多为 {limit}，即 dataset.samples（{samples}）减去留作验证的样本：批次是不放回抽取的",
    matchedByOwnSize: "{optimizer} 会把梯度除以其自身大小，optimizer.matchGradientNorm 就被抵消了；请用 sgd",
    matchedAlone: "会使其他组的梯度与第一组等长，而这里只有一组；请用 false，或设两组",
    temperatureBounds: "至多为 temperatureRule.maximum（{limit}）",
    queueOfBatches: "各组有各自的批大小时必须是 0（无队列）：每一步进入队列的键只能来自同一种批大小",
    queueSize: "必须是 0（无队列）或不小于 batchSize（{batchSize}）：每一步有整个批次的键进入队列",
    essTarget:
      "必须大于 1/{negatives}，即批大小 {batchSize} 的 {negatives} 个负样本中一个所占的比例，任何温度都到不了更低；请提高目标，或使 batchSize 至少为 {smallestBatch}",
    stopUnmeasured: "{setting} 为 0 时不测量{metric}；请换一个 stop.metric，或将 stop.target 和 stop.patience 设为 0",
    stopTarget: "至多为 {limit}：{metric}不可能更高",
    smallestBatch: "对 {objective} 至少为 {limit}：{reason}",
    precision: "对 {objective} 必须是 float32：低精度只模拟基于相似度的损失，而它不是",
    ofObjective: "{objective} {problem}",
    temperature:
      "温度为{rule, select, learned {学习} other {控制}}时，必须在 temperatureRule.minimum 与 temperatureRule.maximum 之间（{low} 到 {high}）",
    noTemperature: "不使用温度；这一组请用 fixed，或换用余弦 / 温度的目标函数，例如 infoNce",
    movingFloor: "的下限随温度移动，与相似度无关，其梯度也不反映这一点；这一组请用 fixed，或换用 infoNce",
    controlledByQueue:
      "不能控制：控制器测量批次中的负样本，而损失的负样本取自队列；请用 learned 或 scheduled，或将 queue.size 设为 0",
    otherNegatives:
      "不能控制：控制器测量批次所有视图中的负样本，而损失用的是别的；请用 learned 或 scheduled，或换用 infoNce 或 flatNce",
    noQueue: "{objective} 不能从队列取负样本：{reason}；请换用 infoNce 或 flatNce，或将 queue.size 设为 0",
    queueOfPairs: "它是基于批次内相似度的损失",
    queueOfEmbeddings: "它是基于批次嵌入的损失，没有负样本",
    queueOfLabels: "它根本不比较嵌入",
    queueOfMemory: "它的滑动平均针对许多批次的负样本，而队列本身就带来许多批次的负样本",
    queueOfVectors: "队列中是单位向量，以余弦 / 温度比较",
    queueOfViews: "它由批次中哪些视图作负样本来定义，而队列中没有这些视图",
    foreignOption: "{objective} 没有这个选项；它属于 {owners}",
    noPhi: "{objective} 不是可以书写的函数；请用 custom",
    phi: "{problem}（{phi} 的第 {at} 个字符）",
  },
  "errors.configText": {
    value: "这里应当是一个值",
    name: "这里应当是双引号中的名称",
    colon: "这里应当是冒号",
    nextInObject: "这里应当是逗号或 }",
    nextInList: "这里应当是逗号或 ]",
    comma: "这个逗号后面没有内容；JSON 不允许在右括号前有逗号",
    quotes: "JSON 的文本放在双引号中",
    text: "这段文本没有在本行结束，或含有 JSON 要求转义的字符",
    number: "这不是 JSON 的数",
    end: "结束之后不能再有内容",
    deep: "嵌套太深",
  },
  "errors.phi": {
    tooLong: "共 {length} 个字符；至多允许 {most} 个。",
    empty: "请写一个 v 的函数，例如 log(1 + exp(v))。",
    noOperator: "请在 {first} 与 {second} 之间写运算符，乘积用 *。",
    unexpected: "此处不应出现运算符 {text}。",
    misplaced: "{text} 不能出现在此处。",
    noValue: "此处缺少一个值。",
    ended: "表达式意外结束。",
    unclosed: "此处缺少右括号 )。",
    tooLarge: "{number} 超出了 float32 的范围（3.4e38）。",
    allowed: "可用的有：数、v、e、pi、+ - * / ^、括号，以及函数 {functions}。",
    noMeaning: "{text} 在这里没有意义。{allowed}",
    needsCall: "{name} 是函数：请把自变量写在括号中，例如 {name}(v)。",
    needsArgument: "{name} 需要自变量，例如 {name}(v)。",
    unknown: "不认识 {name}。{allowed}",
    noFunction: "{name} 不是函数。乘积请写作 {name} * ( ... )。",
    tooDeep: "括号嵌套超过了 {most} 层。",
    tooCostly: "把幂展开之后，它或它的导数太长：至多允许 {operations} 次运算、{depth} 层嵌套。",
    power: "只有正数才能取依赖 v 的次方。",
    noOperation: "{name} 不是 phi 的运算。",
    infinite: "这在 float32 中不是有限数（上限 3.4e38）。",
    range: "在 v = {lowest} ... {highest} 上必须有限且递增。",
    falls: "v = {v} 处 phi'(v) 为负：损失会把正样本推开。{range}",
    flat: "phi'(v) 处处为 0：没有可学的。请写一个随 v 递增的函数。",
    notFinite: "v = {v} 处 {what} 不是有限的 float32 数：{why}。{range}",
    domain: "log、sqrt，以及非整数或大于 {most} 的幂，需要正的自变量，例如 1 + exp(v)",
    overflow: "float32 的上限为 3.4e38",
    ofText: "{text}：{problem}",
  },
  "errors.models": {
    needsImages: "{encoder} 需要图像，而这些样本是由 {size} 个数组成的点：请选择编码器 {other}。",
    tooDeep:
      "深度为 {depth} 的卷积网络对 {height} x {width} 像素的图像来说太深，因为每个卷积把边长减半：深度至多为 {deepest}，或选择编码器 mlp。",
  },
  "errors.augmentations": { crop: "不能小于 augmentation.minScale（{limit}），即裁剪至少保留的面积比例" },
  "errors.address": {
    tooMany: "地址有 {n, number} 个字段，只读取前 {most, number} 个",
    tooLong: "超过 {most, number} 个字符，未读取",
    noLab: "没有实验室“{id}”；可用的有 {allowed}",
    oneOf: ONE_OF,
    whole: "必须是 {low} 到 {high} 之间的整数",
    number: NUMBER_WITHIN,
    fields: "共 {n} 个字段：",
    trueOrFalse: TRUE_OR_FALSE,
  },
  "errors.linked": {
    version: "的版本本页不认识；认识的是 {known}",
    tooLong: "有 {n, number} 个字符；最多读取 {most, number} 个",
    alphabet: "含有其中不可能出现的字符；链接在途中被改动了",
    cut: "结束得太早；链接在途中被截断了",
    rest: "在结尾之后还有内容；链接在途中被改动了",
    damaged: "的内容不可能成立；链接在途中被改动了",
    noMetric: "涉及的指标“{id}”并不存在",
  },
  "errors.panels": {
    noPanel: "没有面板“{name}”，已略去；可用的有 {allowed}",
    noControl: "没有控件“{name}”，已略去；可用的有 {allowed}，以及设置的路径",
    nothing: "没有写出名称",
  },
  "errors.locks": { locked: "{names}：此页面或链接的作者希望保持不变。" },
  "errors.lesson": {
    version: "课程的版本是 {version}，这里不认识：只显示认识的部分",
    tooLong: "有 {n, number} 个字符；显示前 {limit, number} 个",
    zoom: "必须是两个数，前一个小于后一个，如 0,400",
    predict: "必须是 between:metric:arm:arm 或 growth:metric:arm，其中 arm 为组的序号，从 0 到 {last}",
    noMetric: "没有指标“{id}”",
    sameArm: "必须是两个不同的组",
  },
  "errors.filter": {
    noField:
      "{name} 不是设置或指标：{problem}。可以比较的有：按路径书写的设置（batchSize、optimizer.learningRate），按 id 书写的指标（gradientNoise），以及 {words}。",
    severalFields: "{name} 可能指 {fields} 中的任何一个：请写全。",
    noValue: "{name} 没有可比较的：请在 {operator} 之后写一个值。",
    noNumber: "{operator} 之后只能是数，而 {value} 不是。",
    noState: "is: 可接 {allowed}，没有 {value}。",
    noWord: "{key} 之后没有内容。",
    noEnd: "引号没有配对的另一半。",
  },
  "errors.interpretation": {
    namesTooLong: "名称总共超过 100,000 个字符，链接容纳不下：请只说明较少的列",
  },
};
