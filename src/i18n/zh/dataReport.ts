import type { Catalog } from "../catalog";

/** What became of what was brought. */
export const dataReport: Pick<Catalog, "data.report"> = {
  "data.report": {
    title: "读取结果",
    counted:
      "{found, number} {of, select, files {个文件} arrays {个数组} columns {列} images {张图像} other {行}}：采用 {taken, number}{left, plural, =0 {} other {，略去 #}}。",
    leftOut: "{count, number}：{why}",
    leftOutNamed: "{count, number}：{why}（{names}）",
    labelsFrom: "标签",
    bankFrom: "测量所用",
    splitFrom: "留出",
    suspicious: "值得留意",
    someLeft: "有一部分被略去；是什么、为什么，见数据面板。",
    left: {
      notNeeded: "超出设置所要求的数量",
      unlabeledTest: "属于没有标签的测试集",
      foreignTest: "属于与训练集没有共同类别的测试集",
      accompanying: "系统或发布者附带的文件",
      unknownFormat: "格式未知（{ending}）",
      noEnding: "格式未知",
      otherFormat: "与其余文件格式不同（{format}）",
      otherPictures: "浏览器无法解码的图像（{ending}）：请存为 PNG",
      undecodable: "无法作为图像解码",
      namesNoImages: "未列出图像",
      noClassesNamed: "列出了图像，但没有类别列",
      knownAnyway: "列出的图像不需它也已全部明了",
      submission: "供填写后提交",
      objects: "描述图像中的物体，未说明图像的类别",
      beside: "各自描述一张图像（如边框或说明文字），不从中读取类别",
      xml: "XML 格式（如物体边框），不从中读取类别",
      tooLarge: "作为类别表过大",
      unreadable: "已损坏或无法读取",
      empty: "空文件",
      noClass: "没有类别，而其他样本有",
      unlabeledPart: "属于没有标签的部分（{part}）",
      otherPart: "属于验证部分，而测试部分已在",
      same: "与另一个相同",
      others: "其他原因",
    },
    moreNotes: "另有 {count, number} 条同类说明。",
    labels: {
      none: "没有标签：无法测量准确率。",
      one: "所有样本同属一类，无从区分：按无标签处理。",
      given: "按文件所给。",
      folders: "按图像所在的文件夹。",
      names: "按文件名：{name} 属于类别 {label}。",
      unwanted: "按照指定，没有标签：无法测量准确率。",
      table: "按表格 {table}，其中列出了图像。",
      foldersAndTable: "按图像所在的文件夹，其余按表格 {table}。",
    },
    bank: "{bank, number} 个有标签的样本，供 kNN 和线性探针学习；{train, number} 个无标签的样本用于训练（{reason}）。",
    unlabeled: {
      part: "属于以此命名的部分 {part}",
      training: "训练样本都没有标签",
      most: "占数据的大部分",
      said: "按所指定",
    },
    unlabeledLeft: "无标签的样本可以用于训练，有标签的用于测量：dataset.interpretation.unlabeled = train。",
    split: {
      given: "数据自带的测试集。",
      folder: "按文件夹名称：{part}。",
      table: "按列出图像的表格：{part}。",
      ofTest: "只有 {name} 的样本有标签，从中每 {share} 个留出一个，随机并保持类别比例。",
      cut: "数据没有测试集：每 {share} 个{of, select, bank {有标签的样本} other {样本}}留出一个，随机并保持类别比例。",
      unlabeled:
        "测试集 {name} 没有标签，已搁置：改为每 {share} 个{of, select, bank {有标签的样本} other {训练样本}}留出一个。",
      foreign:
        "测试集 {name} 与训练集没有共同类别（{testClasses} 对 {classes}），已搁置：改为每 {share} 个{of, select, bank {有标签的样本} other {训练样本}}留出一个。",
    },
    suspicions: {
      hardlyVaries: "像素几乎没有变化：除千分之一外，都在 255 级中的 {low} 到 {high} 之间。",
      alike: "所查看的 {count, number} 个样本中有 {equal, number} 个与另一个相同：相同样本的视图会互为负样本。",
      noTraining: "{count, number} 个类别没有{of, select, bank {可供学习的有标签样本} other {训练样本}}：{names}。",
      single: "{count, number} 个类别只有一个{of, select, bank {可供学习的有标签样本} other {训练样本}}：{names}。",
      fewForBatch:
        "一个批次取 {count, number} 个训练样本中的 {batchSize} 个：一轮只有一个批次，两个批次约有 {share, number, percent} 的样本相同。在批次之间测得的梯度方差和噪声比数据更多时小。",
      longQueue:
        "队列有 {size, number} 个键，而训练样本有 {count, number} 个：队列中有其中大多数的键，在一轮中，超过一半的锚点会在负样本中遇到自己样本的键。",
      testUnlabeled: "留出样本没有标签：无法测量准确率。",
    },
  },
};
