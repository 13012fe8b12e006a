import { say } from "../../i18n/message";
import { translate } from "../../i18n/translate";
import type { Place } from "../../labs/sweep/grid";
import type { SweepConfig } from "../../labs/sweep/schema";
import { texts } from "../../labs/sweep/texts";
import { valueInWords } from "../../session/settings/changeInWords";
import { settingName } from "../../session/settings/names";

/** `Batch size 4, Temperature 0.1` */
export function cellName({ x: xAxis, y: yAxis }: SweepConfig, { x, y }: Place): string {
  return translate(
    say(texts.map.place, {
      x: settingName(xAxis.path),
      xValue: valueInWords(xAxis.path, x),
      y: settingName(yAxis.path),
      yValue: valueInWords(yAxis.path, y),
    }),
  );
}
