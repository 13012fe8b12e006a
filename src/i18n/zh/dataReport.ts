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
      unreadable: "已损坏或无法读取",
      empty: "空文件",
      noClass: "没有类别，而其他样本有",
      unlabeledPart: "属于没有标签的部分（{part}）",
      otherPart: "属于验证部分，而测试部分已在",
      same: "与另一个相同",
    },
    labels: {
      none: "没有标签：无法测量准确率。",
      one: "所有样本同属一类，无从区分：按无标签处理。",
      given: "按文件所给。",
      folders: "按图像所在的文件夹。",
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
      testUnlabeled: "留出样本没有标签：无法测量准确率。",
    },
  },
};
