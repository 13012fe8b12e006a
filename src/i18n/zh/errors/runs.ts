import type { Catalog } from "../../catalog";

/** What fails while something is trained, kept, written or brought in. */

type Rooms =
  | "errors.engine"
  | "errors.training"
  | "errors.record"
  | "errors.storage"
  | "errors.session"
  | "errors.export"
  | "errors.pytorch"
  | "errors.runs"
  | "errors.imports"
  | "errors.worker"
  | "errors.checkpoints"
  | "errors.state"
  | "errors.cli"
  | "errors.cliSweep"
  | "errors.embed"
  | "errors.labs"
  | "errors.advice"
  | "errors.bound"
  | "errors.precision"
  | "errors.sweep";

export const runErrors: Pick<Catalog, Rooms> = {
  "errors.engine": {
    backends: { webgpu: "WebGPU", webgl: "WebGL", wasm: "WebAssembly", cpu: "CPU 后端" },
    refusals: "{first}{other}",
    nothing: "没有可用的后端。",
    onlySoftware: "{backend} 仅由软件提供（{adapter}），因而更慢。",
    notStarted: "{backend} 没有启动。",
    startFailed: "{backend} 没有启动：{reason}",
    noWebGpu: "这里没有 WebGPU：它需要较新的浏览器和安全（https）页面。",
    noAdapter: "WebGPU 没有找到可用的图形适配器。",
    noWebGl: "这里没有 WebGL 2。",
    noFloats: "这台设备上的 WebGL 不能写 32 位浮点数，而损失需要它。",
    noWasm: "这里没有 WebAssembly。",
    workRefused: "图形设备拒绝了部分工作：{reason}",
    outOfMemory: "图形设备没有剩余显存：请减小批大小、减少种子或组数，或选用更小的编码器。设备的说明：{reason}",
    deviceLost: "图形设备已丢失：{reason}",
    lostTooOften: "{backend} 丢失了设备。",
    largeBatch: "无法从 {count} 个样本的数据集中抽取 {batchSize} 个样本的批次：批大小至多为 {count}。",
  },
  "errors.record": { notFinite: "损失不再是有限数；降低学习率或提高温度也许有帮助" },
  "errors.training": {
    tooLargeInAll: "总共约占 {size, number} MB，而这里至多占用 {most, number} MB。{remedy}",
    largeUnasked: "它约占 {size, number} MB；仅凭一个链接不会占用这么多。",
    tooLarge: "{what}将占 {size, number} MB，而这台设备一整块至多容纳 {most, number} MB。{remedy}",
    largestBatch: "能放下的最大批大小为 {batch}。",
    fewerLearners: "请减少种子或实验组（现有 {learners} 个学习器）、减少样本，或缩小编码器。",
    fewerLearnersOrKeys: "请减少种子或实验组（现有 {learners} 个学习器）、减少样本、缩短队列，或缩小编码器。",
    similarities: "批次的相似度",
    views: "批次的视图",
    activations: "批次的激活值",
    patches: "卷积的图块",
    optimizer: "优化器的内存",
    queueSimilarities: "与队列的相似度",
    queue: "键的队列",
    memory: "目标函数的记忆",
    data: "训练数据",
    fewSamples: "无法从 {count} 个训练样本中抽取 {batchSize} 个样本的批次：批大小至多为 {count}。",
    noLabels: "{objective} 用标签训练，而这些数据没有标签：请换有标签的数据，或为该组换一个目标函数。",
    noSplit: "运行中没有数据部分“{split}”；有 {splits}。",
    noLearner: "运行中没有第 {arm} 组、种子 {seed} 的学习器；组为 0 到 {arms}，种子为 {seeds}。",
    labelsMeasure:
      "{objective} 用标签训练，而这些数据的训练样本没有标签，有标签的样本用于测量：请略去无标签的样本（dataset.interpretation.unlabeled: leaveOut），或为该组换一个目标函数。",
    fewerSteps: "运行已到第 {done} 步：不能在第 {steps} 步结束。",
    noObjective: "没有目标函数“{id}”；可用的有 {allowed}。",
    ofLabels: "{objective} 是基于标签的损失，不是基于嵌入的：请改用它训练一个实验组。",
    noEmbeddings: "z1 和 z2 必须是形状相同、由有限数组成的 [B][D] 数组，至少两个样本。",
    noQueue: "queue 必须是由有限数组成的 [K][{size}] 数组，至少一个键。",
    wrongCheck: "{objective} 的自检得到 {found}，正确值为 {expected}",
    checkFailed: "自检失败：{reason}",
    noTemperature: "温度必须是正数，而它是 {temperature}。",
  },
  "errors.storage": {
    silent: "向浏览器请求存储时，它没有回应。",
    blocked: "另一个标签页开着本页面的旧版本，占用着存储：请关闭它，再重新加载。",
    later: "本页面的更新版本用过这个存储：请重新加载以使用该版本。",
    noLab: "不是这个版本的实验室",
  },
  "errors.session": {
    notStarted: "运行无法开始。",
    replaced: "运行在结束之前被另一次运行取代。",
    failed: "运行失败。",
    canceled: "已在页面上取消。",
    noRun: "还没有运行。",
    lesson: "课程还不允许运行训练到最后。",
    noRecord: "还没有记录：运行尚未准备好。",
    notMeasured: "这些设置还没有任何测量结果。",
    noLab: "没有实验室“{id}”；可用的有 {labs}。",
  },
  "errors.pytorch": {
    refused: "这个实验无法导出到 PyTorch：{reasons}",
    fineTune: "evaluation.fineTune 不属于预训练，脚本中没有它：请将其步数设为 0。",
    large: "其数据占 {size, number} MB，超过 {most, number} MB：请用没有此限制的 npm run experiment 导出。",
  },
  "errors.export": {
    tooShort: "文件太短，不可能是 safetensors 文件。",
    cutShort: "文件不是 safetensors 文件，或缺少末尾。",
    noJson: "safetensors 文件的文件头不是 JSON。",
    noList: "safetensors 文件的文件头不是张量列表。",
    unreadable: "无法读取张量 {name}：{path}：{reason}。",
    wrongSize: "张量 {name} 有 {found} 字节，而 {dtype} [{shape}] 需要 {expected} 字节。",
    noTexts: "safetensors 文件的元数据必须是文本。",
    gap: "张量 {name} 没有紧接着前一个开始。",
    wrongLength: "张量合计 {expected} 字节，而文件中有 {found} 字节。",
    noCheckpoint: "文件含有张量，但没有它们所属的实验：不是检查点。",
    experimentNoJson: "检查点中的实验不是 JSON。",
    experimentInvalid: "检查点中的实验无效：{problem}",
    bytes: "张量 {name} 是字节，没有这样的状态。",
    measured: "该运行的测量结果与检查点中的实验不符。",
    runInvalid: "检查点中关于其运行的内容无效。",
    oneArray: "NumPy 数组（.npy）只容纳一种嵌入：请选择 h 或 z，或数组归档（.npz）。",
    archiveTooLarge: "数组归档（.npz）至多 4 GB，而这里有 {size, number} GB：请选择 Parquet 或 CSV。",
    noPicture: "浏览器无法编码图像。",
    nothingDrawn: "那里还没有画出任何内容。",
    noClipboard: "这个浏览器不能把图片放入剪贴板；请改为保存图表。",
  },
  "errors.runs": {
    noColumns: "这次运行保存的内容中没有曲线。",
    otherVersion: "这次运行的曲线由页面的另一版本写出（格式 {version, number}）。",
    tooLarge: "这次运行的曲线声称有 {length, number} 字节，超出了页面的容量。",
    cutShort: "这次运行的曲线被截断：{length, number} 字节中只有 {found, number} 字节。",
    damaged: "这次运行的曲线已损坏：{reason}",
    mismatch: "这次运行的曲线与其设置不符。",
    none: "这次运行保存时没有曲线：只剩表格中所显示的内容。",
    notThere: "已保存的运行中没有 {id}。",
  },
  "errors.imports": {
    strangeLearner: "不属于其配置中的任何组和种子（{arms, number} 组，{seeds, number} 个种子）",
    noJson: "不是 JSON：{reason}",
    noneInside: "不含运行记录",
    noRecord: "{name}：{problem}",
    imported: "已导入 {n} 次运行。",
    known: "有 {n} 次原本就在这里。",
    elsewhere:
      "有 {n} 次运行正在其他标签页中进行，因而保留：删除后会随它的下次保存再次出现。请在那里删除，或等它结束。",
    stays: "没有删除运行 {id}：它正在另一个标签页中进行，或这个浏览器的存储拒绝了。",
    left: "有 {n} 个文件无法读取：{reasons}",
  },
  "errors.worker": {
    noRun: "没有可以更改的运行。",
    nothingToExtract: "没有可以保存嵌入的运行。",
    replacedMeanwhile: "正在保存嵌入的运行被另一个运行取代了。",
    ended: "训练用的 worker 已结束。",
    threw: "训练用的 worker 出错了：{reason}。",
    silent: "训练用的 worker 已有 {seconds, number} 秒没有回应。",
    wentOn: "{cause}由新的接替，从第 {step, number} 步继续；已测得的结果没有缺失。",
    wentElsewhere: "{cause}从第 {step, number} 步起，运行改在 {backend} 上计算；已测得的结果没有缺失。",
    labWentOn: "{cause}由新的接替，从已测得的结果继续。",
    gaveUp: "{cause}一分钟内已发生三次，不再尝试。已测得的结果已保存；重新加载后可以继续。",
    notLoaded: "要么连接失败，要么页面有了新版本，重新加载即可获得。",
  },
  "errors.checkpoints": {
    noRun: "没有可以生成检查点的运行。",
    notKept: "没有保存运行 {id} 的检查点。",
    elsewhere: "运行 {id} 正在另一个标签页中打开：请在那里继续，或先关闭那个标签页。",
    otherAdapter: "它曾在 {before} 上训练，现在在 {now} 上继续：不再与原本会得到的结果逐位一致。",
    noFiles: "这次运行用你的文件 {name} 训练，这些文件已不在这里：请重新提供（拖放或选择），再打开检查点。",
  },
  "errors.state": {
    wrongStep: "状态在第 {step} 步，而这个实验只有第 0 到 {steps} 步。",
    missing: "状态缺少张量 {name}，它应为 {expected}。",
    other: "状态的张量 {name} 为 {found}，而这个实验需要 {expected}。",
    unknown: "状态含有张量 {name}，而这个实验没有：实验组、种子、编码器和优化器必须与状态的相同。",
  },
  "errors.cliSweep": {
    noShard: "--shard {shard}：写成“第几份/共几份”，从 1 数起，例如 --shard 3/16",
    timed:
      "--shard {shard}：budget 为 time 时，每格在同一台机器上训练与第一格相同的时间，因此这个扫描只能整体运行；budget 为 steps 或 samples 时可以拆分。",
    noBackend: "--backend {backend}：可选 {allowed}。",
    notBeside: "{option} 与 --merge 同用没有意义：设置和各格取自各部分。",
    noParts: "--merge：请列出各部分，例如 --merge part-*.json",
    unknown: "{argument}：选项以 -- 开头；只有 --merge 之后才列文件。",
    otherShard: "{file} 是一个扫描的第 {found} 部分，而不是 {asked}：请用 --out 指定另一个文件，或删除它。",
    otherFile: "{file} 已存在，而且无法从它继续；请用 --out 指定另一个文件，或删除它。\n{reason}",
    settings: "这些设置",
  },
  "errors.cli": {
    config: "config",
    invalidConfig: "{file}：\n{problem}",
    noFolder: "{option} {path}：没有文件夹 {folder}",
    noJson: "{file} 不是 JSON：{reason}",
    noFile: "没有文件 {file}。",
    noCheckpoint: "{file}：{reason}",
    resumeAlone: "--resume 继续其检查点的实验：请去掉 {option}。",
    noValue: "--set {setting}：请写作 字段=值，例如 --set batchSize=32",
    splitAlone: "--split 指定 --embeddings 写出哪些样本：请同时给出其文件。",
    noFormat: "--embeddings {path}：文件名决定其种类；须以 {endings} 之一结尾。",
    noSplit: "--split {split}：可用的有 {allowed}。",
    noDecoder: "这里无法解码图像：无法加载软件包 @napi-rs/canvas（{reason}）。",
    tooManyPixels: "它有 {width, number} x {height, number} 像素，最多解码 {most, number} 像素的图像",
    noDawn: "WebGPU：无法加载 Dawn（{reason}）。",
  },
  "errors.embed": {
    anyOrigin: "不接受“{origin}”：请写出每个可以与框架通信的页面的来源",
    noOrigin: "“{origin}”不是来源；来源形如 https://example.org，不带路径",
    unknown: "没有这样的消息，或其版本不是 {version}。{details}",
    notSet: "设置保持原样。{problems}",
    noMetric: "没有指标“{id}”；可用的有 {allowed}。",
    notStarted: "运行无法开始。",
  },
  "errors.labs": {
    notLoaded: "无法加载其文件（{reason}）。有了连接之后请再次运行；如果页面有了新版本，重新加载即可获得。",
    laterSchema: "为 {schema}，来自本程序的更新版本：此版本能读 {latest}",
    noLab: "必须是 {labs} 之一",
  },
  "errors.advice": {
    unlabeled: "这些数据没有标签，而表示的好坏只能借助标签来测量。请把每个类别的图像放进各自的文件夹，或添加一列标签。",
    oneClass:
      "这些数据全是同一个类别“{name}”：没有什么可区分的。请把每个类别的图像放进各自的文件夹，再拖放外层的文件夹。",
    tooFew: "{count} 个训练样本对任何批次都太少：至少需要 {least} 个，最好有几百个。",
    allStopped: "在每个温度和学习率下，都有某种损失的学习器因其值不再是有限数而停止：没有可比较的。",
  },
  "errors.bound": {
    belowSmallest: "不能小于最小值",
    tooLarge:
      "K = {k} 个候选的联合评判函数需要一整块 {needed}，而这台设备至多容纳 {held}。请减小 K、减小宽度，或用可分离的评判函数。",
  },
  "errors.precision": { aboveSmallest: "必须大于最小的 ξ" },
  "errors.sweep": {
    fixedArms: "每格都有全部实验组",
    fixedSeeds: "每格的种子相同，这样各格才可比",
    fixedBackend: "整个扫描在同一个后端上运行",
    fixedData: "每种数据有各自的设置；请分别扫描",
    sameAxis: "必须是 x.path 之外的设置",
    cannotBe: "不能是 {path}：{reason}",
    noSetting: "必须是实验的设置，例如 batchSize，而不是“{path}”",
    trueOrFalse: "必须是 true 或 false",
    equalValues: "必须互不相同",
    noFiles: "不能是文件：扫描在重新加载后会继续，那时文件已不在；请给出地址，或换其他数据",
    twoArms: "至少为两组才能比较",
    belowArms: "必须小于组数 {arms}",
    sameArm: "必须是 armA 之外的组",
    tooFew:
      "rates.rule：批大小 {batchSize} 使 {count} 个训练样本中剩下的太少，不足以选择学习率；请减小批大小、增加样本，或固定学习率",
    otherLab: "必须是 sweep：这是另一个实验室的文档",
    stray: "不属于该文档配置中的任何格、实验组和种子",
    otherSweep: "{name} 与 {other} 不是同一个扫描：{path} 为 {value}，而不是 {before}。",
    doubled:
      "{one} 与 {other} 对同一个学习器有不同的数值（x {x}，y {y}，实验组 {arm}，种子 {seed}）：只能合并其中之一。",
    matched: "matched 要求 base.optimizer.id 为 sgd：{optimizer} 会把梯度除以其自身大小",
  },
};
