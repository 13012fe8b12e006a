import type { Catalog } from "../../catalog";

/** What all labs have around them. */

export const frame: Pick<Catalog, "labFrame" | "labDocuments" | "labs"> = {
  labs: {
    advice: { name: "建议" },
    bound: { name: "界" },
    precision: { name: "精度" },
    sweep: { name: "扫描" },
  },
  labDocuments: {
    whole: "已打开 {name}：内容完整。",
    wholeCells: "已打开 {name}：全部 {total} 格都在。",
    part: "已打开 {name}：缺少一部分。",
    partCells: "已打开 {name}：{total} 格中缺少 {missing} 格。",
    lacks: "{opened}它由较早的版本测量，没有 {metrics}。",
    goesOn: "{opened}“继续”会测量所缺的部分。",
    beginsAnew:
      "{opened}它测于 {before}；两台设备的数值不混在一起，因此“继续”会在 {here} 上全部重新测量。npm run sweep 可在原来的机器上从该文件继续。",
    otherKept: "{opened}只要不从此文档继续，这里以相同设置测得的结果就仍然保留，重新加载后会再次显示。",
    noJson: "{name} 不是 JSON：{reason}",
    wrong: "{name}：{problem}",
  },
  labFrame: {
    settings: "实验室设置",
    run: "测量",
    progress: "测量进度",
    buttons: {
      run: "运行",
      continue: "继续",
      again: "再次运行",
      startOver: "从头开始",
      pause: "暂停",
      cancel: "取消",
    },
    phases: {
      idle: "尚未测量",
      waiting: "正在排队",
      running: "测量中",
      stopped: "已暂停，测得的结果已保留；“继续”只重做进行中的部分",
      begun: "在任何一项完成之前已暂停；“继续”会重新开始",
      loading: "正在加载数据：{percent}",
      finished: "已完成",
    },
    failed: "因错误停止：{reason}",
    done: "{done} / {total} {unit}",
    kept: "此前保留的 {rows} 行",
    earlier: {
      title: "此前以其他设置测得",
      show: "显示测于 {when} 的结果",
      rows: "{rows} 行",
    },
    device: "测于 {backend}：{adapter}",
    nothingStored: "这里没有任何预存的结果：一切都在你的机器上测量。其间“赛场”暂停。",
    export: "导出测量结果",
    exportCsv: "数据行（CSV）",
    exportJson: "文档（JSON）",
    open: "打开在别处测得的文档（JSON）",
    empty: {
      waiting: "按“运行”开始测量。",
      measuring: "边测量边显示。",
      invalid: "有些设置不正确；原因见各设置。",
    },
    chart: "图表：{title}。其菜单可将它显示为表格。",
    guide: "阅读指南",
    lookFor: "注意看什么",
    falsified: "什么能证明它是错的",
  },
};
