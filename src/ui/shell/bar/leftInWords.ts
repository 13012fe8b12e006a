import { formatDuration } from "../../../i18n/format";
import { translateAll } from "../../../i18n/translate";
import { texts } from "../texts";

/** `1:10 to 1:40 left`; one time where both ends are near. */
export function leftInWords([least, most]: [number, number]): string {
  const { topBar } = translateAll(texts);
  if (most - least < 5000 || most < 1.15 * least) return topBar.timeLeft({ time: formatDuration(roundUp(most)) });
  return topBar.timeLeftBetween({ least: formatDuration(roundUp(least)), most: formatDuration(roundUp(most)) });
}

/** To seconds that hold for a while: 5 above half a minute, 10 above two, a minute above twenty. */
function roundUp(milliseconds: number): number {
  const seconds = milliseconds / 1000;
  const unit = seconds > 1200 ? 60 : seconds > 120 ? 10 : seconds > 30 ? 5 : 1;
  return 1000 * unit * Math.ceil(seconds / unit);
}
