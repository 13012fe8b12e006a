import type { Catalog } from "../../catalog";

/** What is wrong with files of data. */

type Rooms =
  | "errors.data"
  | "errors.dataReport"
  | "errors.download"
  | "errors.url"
  | "errors.assembly"
  | "errors.archives"
  | "errors.readers"
  | "errors.cifar"
  | "errors.pickle"
  | "errors.stl10"
  | "errors.csv"
  | "errors.idx"
  | "errors.zip"
  | "errors.images"
  | "errors.numpy"
  | "errors.json"
  | "errors.parquet"
  | "errors.files"
  | "errors.dropped";

const LABELS_OR_IMAGES = "{kind, select, labels {标签} other {图像}}";
const UNPACKED = "解压后将占 {size} 字节；至多读取 {most} 字节。";

export const dataErrors: Pick<Catalog, Rooms> = {
  "errors.data": { advised: "{problem}{advice}" },
  "errors.download": {
    empty: "{url} 是空的。",
    unreachable:
      "无法获取 {url}（{reason}）。要么没有连接，要么服务器不允许其他网站读取其文件（CORS）：请自行下载文件，再拖放到页面上。",
    webPage: "{url} 是网页，不是数据文件：请使用下载本身的地址。",
    noAddress: "“{url}”不是数据的地址：必须以 https:// 开头（或 http://localhost）。",
    cutOff: "{url} 在传输途中中断（{reason}）：请重试。",
    silent: "{url}：服务器已有 {seconds} 秒没有任何响应。",
    ledInside: "{url} 转到了本机或本网络中的地址（{to}）；不从那里获取数据。",
    tooLarge: "{url} 超过 {most} 字节，即可获取的上限。",
    refused: "{url}：服务器返回 {status} {meaning}",
    refusedSilently: "{url}：服务器返回 {status}",
    wantsLogin: "（要求登录）",
    forbidden: "（不允许）",
    noFile: "（没有这个文件）",
    tooOften: "（请求过于频繁；请稍后再试）",
  },
  "errors.url": {
    missing: "没有可获取数据的地址：请输入以 https:// 开头的地址。",
    notAllowed: "“{url}”不是数据的地址：必须以 https:// 开头（或 http://localhost）。",
    mustBegin: "必须以 https:// 开头（或 http://localhost）",
  },
  "errors.assembly": {
    tooFew:
      "{name} 含 {kind, select, images {{count} 张图像} other {{count} 个样本}}；要留出一部分，至少需要 {fewest} 个。",
    noRoom: "{name}：{count} 个 {shape} 的样本占 {megabytes} MB，至多容纳 {most} MB。请减少样本或缩小边长。",
    labelsOnly: "{names} 只含标签：请一并选择它们所属图像的文件。",
    tooManySets:
      "选择了 {count} 个{kind, select, features {样本} other {图像}}文件（{names}）：至多读取两个，即训练和测试。",
    clash: "{names} 与 {name} 不能一起用：每个{kind, select, features {样本} other {图像}}文件只读一个标签文件。",
    whichIsWhich:
      "{names} 都含{kind, select, features {样本} other {图像}}：要加以区分，一个的名称须含“train”，另一个须含“t10k”或“test”。",
    whoseLabels: "{name} 含标签，属于哪些图像？名称须含“train”，或“t10k”或“test”。",
    labelsTwice: "{names} 都含同一批图像的标签：请选一个。",
    unequalCounts:
      "{name} 含 {count} 个标签，{samplesName} 含 {kind, select, features {{samplesCount} 个样本} other {{samplesCount} 张图像}}：数目必须相等。",
    unequalShapes:
      "{name} 含 {shape} {kind, select, features {个数的样本} other {像素的图像}}，{otherName} 的则是 {otherShape}：必须相同。",
    and: "{first} 和 {other}",
  },
  "errors.archives": {
    tooLarge: "{name} 解压后超过 {most} 字节，即可读取的上限。",
    incompleteGzip: "{name} 不是完整的 gzip 文件：已损坏或被截断（{reason}）。",
    damagedTar: "{name} 已损坏：其 tar 归档的一个文件头校验不符。",
    tooDeep: "归档嵌套过深：请先解压一次",
    foreign: "以 {kind} 打包：请解压后拖入文件夹，或改用 ZIP",
    cutShortTar: "{name} 被截断：{path} 不完整。",
  },
  "errors.readers": {
    unreadable: "无法读取 {name}（{reason}）。选择之后它被移动或更改了吗？",
    tooManyFiles: "选择的文件超过 {most} 个；至多读取这么多。请放入一个 ZIP。",
    mixed: "{name} 与 {otherName} 的格式不同（{format} 与 {otherFormat}）：请选择同一数据集的文件。",
    unknown: "{name} 的格式不认识。{advice}",
    document:
      "{name} 是{kind, select, workbook {电子表格：请把表格存为 CSV 再提供} text {文本文档，其中没有数据集} slides {演示文稿，其中没有数据集} other {PDF，其中没有数据集}}。",
    documentBut: "{document}{advice}",
    unknownWithin: "{name} 不含格式已知的文件；其中第一个是 {first}。{advice}",
    otherPicture: "{name} 是浏览器无法解码的图像：请存为 PNG。{advice}",
    emptyArchive: "{name} 是空的归档。",
    isForeign: "{name}：{why}。",
    noneReadable: "{name} 不含可读取的内容；{count, number} 个文件{why}。",
    whatIsRead: "可读取的有：{formats}。",
    list: "{first}；{other}",
  },
  "errors.pickle": {
    unknownName:
      "{name} 引用了 {called}，普通数组的 pickle 不需要它：这里不运行 pickle 中的任何内容。请将数组存为 NPZ。",
    unreadable: "{name} 无法作为 pickle 读取（{reason}）。请将数组存为 NPZ。",
  },
  "errors.stl10": {
    wrongSize: "{name} 不是 STL-10 的文件：其 {size} 字节不是一张图像 {record} 字节的整数倍。",
    tooLarge: "{name} 有 {size} 字节；至多读取 {most}。",
    wrongLabel: "{name} 中有标签 {label}；STL-10 的标签为 1 至 {most}。",
  },
  "errors.cifar": {
    mixed: "{path} 属于 {title}，之前的文件属于 {otherTitle}。",
    noBatch: "{name} 不含 CIFAR 批文件（以 .bin 结尾的文件）。",
    cutShort: "{path} 被截断：止于第 {record} 条记录。",
    wrongLabel: "{path} 不是 {title} 文件：第 {record} 条记录的标签为 {label}，至多可为 {most}。",
    largePickle: "{name} 有 {size} 字节；至多读取 {most}。",
    noPythonBatch: "{name} 不含 CIFAR 批次：应为含 data 与 labels 的字典。",
    noLabel: "{name} 中图像 {record} 的标签不是类别编号。",
    wrongPlanes: "{name} 含 {count, number} 个标签和 {size} 字节的图像；应有 {expected} 字节。",
    foreign: "{name} 不属于任何 CIFAR 数据集：请选择其 .bin 文件。",
    wrongSize:
      "{name} 不是 CIFAR 文件：它的 {size} 字节不是 {recordOf10}（CIFAR-10 的一条记录）或 {recordOf100}（CIFAR-100）的倍数。",
  },
  "errors.csv": {
    tooLarge: "{name} 有 {size} 字节；至多读取 {most} 字节的文本。请用 NPY。",
    brokenQuotes: "{name} 第 {row} 行：{problem}。",
    unequalRows: "{name} 第 {row} 行有 {columns} 列，第一行有 {width} 列。",
    noRows: "{name} 没有数值行。",
    tooWide: "{name} 超过 {most} 列，即可读取的上限。请用 NPY。",
    openMark:
      "{name} 第 {row} 行，{column} 列：“{cell}”可能是大于 1000 的数，也可能带小数，其他单元格都不能确定。请说明文件的小数点符号（dataset.interpretation.decimal：point 或 comma）。",
  },
  "errors.idx": {
    empty: "{name} 是空的。",
    noHeader: "{name} 只有 {size} 字节，不够一个 IDX 文件头。",
    nothing: `{name} 声称含 0 个${LABELS_OR_IMAGES}；至少需要 1 个。`,
    tooMany: `{name} 声称含 {count} 个${LABELS_OR_IMAGES}，共 {size} 字节；至多读取 {most} 字节。`,
    headerCutShort: "{name} 被截断：找到 {found} 字节，图像文件的文件头应有 {expected} 字节。",
    wrongSides: "{name} 声称图像为 {height} x {width} 像素；支持的边长为 {smallest} 到 {largest}。",
    noFile: "未选择文件。",
    noChannels: "{name} 的轴为 {axes}：最外两个轴之一必须是通道，1、3 或 4。",
    turned: "行与列已互换：EMNIST 文件中的图像是横躺的。",
    tooManyFiles: "选择了 {count} 个文件；一个数据集至多 {most} 个：图像和标签，训练和测试。",
    tooLarge: "{name} 有 {size} 字节；至多读取 {most} 字节的文件。",
    overlong: "{name} 解压后的字节数超过文件头所说的 {promised}。",
    otherKind: "{name} 是另一种 IDX 文件（幻数 {found}）：只读取每像素一个值的无符号字节。",
    noIdx: "{name} 不是 IDX 文件：它以 {found} 开头，应为 0x00000803（图像）或 0x00000801（标签）。",
    cutShort: `{name} 被截断：找到 {found} 字节，{count} 个${LABELS_OR_IMAGES}需要 {expected} 字节。`,
    tooLong: `{name} 比文件头所说的长：找到 {found} 字节，{count} 个${LABELS_OR_IMAGES}需要 {expected} 字节。`,
  },
  "errors.zip": {
    tooManyFiles: "{name} 声称含有超过 {most} 个文件；至多读取这么多。",
    noDirectory: "{name} 末尾没有 ZIP 归档的目录：被截断，或是别的东西（{reason}）。",
    refused: "无法读取 {name}：{reason}。",
    encrypted: "已加密：请不设密码重新打包",
    packedBy: "以 {method} 压缩：请用 deflate 打包，任何 ZIP 程序都支持",
    large: "解压后有 {size} 字节，至多 {most}",
    damaged: "{name} 不是完整的 ZIP 归档，已损坏或被截断：{reason}。",
    impossible: "{path} 将从 {packedSize} 字节膨胀到 {size} 字节，这不可能",
    overlapping: "其中的文件所占字节数会超过它本身",
    wrongSize: "{path} 有 {found} 字节，而不是 {size} 字节",
    misplaced: "{path} 不在应在的位置",
    wrongChecksum: "{path} 与校验和不符",
    broken: "{path}：{reason}",
  },
  "errors.images": {
    tooManyPixels: "{name} 有 {width} x {height} 像素；最多读取 {most} 百万像素的图像。",
    noImages: "{name} 不含浏览器能解码的图像。",
    noDecoder: "{name} 是编码的图像；这里只有浏览器才能解码。请用 NPZ 或 IDX 文件。",
    tooLarge: "{name} 有 {size} 字节；至多读取 {most} 字节的图像。",
    undecodable: "{name} 无法作为图像解码（{reason}）。",
    empty: "{name} 是空的。",
    tooManyClasses:
      "按{by, select, folders {文件夹} names {文件名} other {列出图像的表格}}，图像属于 {count} 个类别；至多读取 {most} 个。请选择其他类别来源，或不用类别（dataset.interpretation.classes：folders、table、names、none）。",
  },
  "errors.numpy": {
    noArray: "{name} 不是 NumPy 数组：它不以 \\x93NUMPY 开头。",
    unknownVersion: "{name} 是 NumPy 格式的 {major}.{minor} 版；可读取 1.0 到 3.0。",
    headerCutShort: "{name} 被截断：其文件头应有 {size} 字节。",
    noPlainArray: "{name} 不是普通的 NumPy 数组：其文件头为 {header}",
    unknownType: "{name} 为“{type}”类型；可读取整数、布尔、浮点数和文本。",
    wrongAxes: "{name} 的形状为 ({shape})；可读取 1 到 {most} 个轴、不含 0 的数组。",
    tooLarge: "{name} 声称形状为 ({shape})，共 {size} 字节；至多读取 {most} 字节。",
    tooManyTexts: "{name} 含 {count} 个文本；至多读取 {most} 个。",
    largeFile: "{name} 有 {size} 字节；至多读取 {most} 字节的文件。",
    largeArchive: `{name} ${UNPACKED}`,
    noBrightness: "{name} 的数从 {low} 到 {high}；图像的像素为 0 到 255，浮点数则为 0 到 1。",
    notFinite: "{name}：样本 {sample} 的第 {place} 个数是 {value}。请在保存数组之前填补，或去掉该样本。",
    noLabel:
      "{name} 含标签 {label}（样本 {sample}）；标签须为整数或文本。可以去掉该数组（dataset.interpretation.columns）。",
    noneFits: "{name} 不含样本：它{why}。",
    noSuchArray: "没有数组 {name}，只有：{arrays}。",
    wideRecords: "{name} 的记录超过 {most} 个数，即可读取的上限。",
    wrongRole:
      "{name} 的形状为 ({shape})，不能{role, select, label {作标签} split {作划分：划分是每个样本一个文本} categories {作类别：请设为标签} feature {与其他特征并用} other {作视图：视图是按行排列的数}}。",
    unequalArrays: "{name} 有 {count} 行，{samplesName} 有 {samplesCount} 行：必须属于同一批样本。",
    unequalViews: "{name} 每行 {shape} 个数，{other} 每行 {otherShape} 个：同一批样本的两个视图必须相同。",
    unequalParts: "{name} 和 {other} 中只有一个带每个样本的第二视图：训练样本和测试样本必须一致。",
    objects:
      "{name} 含 Python 对象（pickle），不予读取：请保存为数，如 numpy.stack(list(array))，或用 array.astype(str) 保存文本。",
    rescaled: "从 {low} 到 {high} 的数已拉伸为 0 到 255 的亮度。",
    labels: "数组 {name}。",
    samples: "样本",
    samplesUnlabeled: "按名称为没有标签的样本",
    isLabels: "每个样本一个值",
    left: {
      said: "按指定去掉",
      texts: "由文本组成",
      noChannels: "形状为 ({shape})，第二个轴和最后一个轴中须恰有一个是 1、3 或 4 个通道",
      wrongSides: "为 {height} x {width} 像素，支持的边长为 {smallest} 到 {largest}",
      foreign: "属于其他类型",
      objects: "含 Python 对象，不予读取：请保存数或文本",
      besideArrays: "数组旁的记录",
      validation: "用于验证",
      noSamples: "没有相应的样本",
      otherSamples: "含其他样本",
      noLabels: "不是标签",
    },
    tooManyClasses: "{name} 的不同标签超过 {most} 种，即可读取的上限。",
    cutShort: "{name} 被截断：找到 {found} 字节，形状 ({shape}) 需要 {expected} 字节。",
    tooLong: "{name} 比文件头所说的长：找到 {found} 字节，形状 ({shape}) 需要 {expected} 字节。",
    nothing: "{name} 不含 NumPy 数组。",
    archive: "该归档",
  },
  "errors.json": {
    tooLarge: "{name} 有 {size} 字节；至多读取 {most} 字节的 JSON。请用 NPY 或 Parquet。",
    broken: "{name} 无法作为 JSON 读取（{reason}）。",
    brokenRecord: "{name} 的第 {row} 条记录无法作为 JSON 读取（{reason}）。",
    noRecords: "{name} 没有记录：应为对象列表、每行一个对象，或按名称排列的等长列表。",
    tooWide: "{name} 超过 {most} 列，即可读取的上限。",
    unequalColumns: "{name}：{column} 列长 {count}，之前的列长 {other}。",
  },
  "errors.parquet": {
    noRows: "{name} 没有行。",
    tooWide: "{name} 超过 {most} 列，即可读取的上限。",
    onlyPaths: "{name} 只有图像的路径（如 {path}），没有图像本身：请提供图像文件夹，或将图像嵌入后保存数据集。",
    firstOfList: "列 {column} 含图像列表：取每个列表的第一张。",
    noLabel: "没有标签，而其他样本有",
    wrongStart: "{url} 不是 Parquet 文件：它以“{start}”开头。",
    longStretch: "{url}：一次至多获取 {most} 字节。",
    noStretch: "{url}：服务器没有按要求发送第 {start} 到 {end} 字节。",
    wrongLabel: "{name} 的“{column}”列有标签 {label}；可读取小于 {most} 的标签。",
    noImages: "{name} 没有编码图像的列（含“bytes”字段的 struct），而 {other} 有。",
    wrongFooter: "{name} 不是 Parquet 文件，或被截断：其描述应有 {size} 字节。",
    largeGroups: "{name} 的行组有 {size} 字节；一次至多容纳 {most} 字节。",
    tooManyRows: "{name} 声称有 {rows} 行；至多读取 {most} 行的文件。",
    damaged: "{name} 无法作为 Parquet 读取（{reason}）。",
  },
  "errors.files": {
    gone: "文件“{name}”不在手边：请重新选择。",
    others: "手边的文件“{name}”与这些设置中的内容不同：请重新拖放正确的文件，或拖放这些文件以用于它们。",
    none: "还没有选择文件：请在“数据”中选择，或拖放到页面上。",
  },
  "errors.dropped": {
    unreadable: "无法读取 {path}（{reason}）。",
    elsewhere: "什么都没有载入：此页面不使用您的数据。请打开“赛场”页面，再拖放到那里。",
  },
  "errors.dataReport": {
    tooLong: "比本程序所写的更长",
    noSentence: "必须是带有全部参数的文本，且不长于本程序所写",
    noSum: "找到的数目必须等于采用与略去之和",
  },
};
