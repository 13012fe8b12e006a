import type { ArmLook } from "../../../config/arms";
import { formatFixed, formatNumber } from "../../../i18n/format";
import { lengthOf } from "../../../record/anchors/forces";
import { useTexts } from "../../language/useTexts";
import { percentOf } from "../../percentOf";
import { ArmName } from "./ArmForces";
import classes from "./anchor.module.css";
import { texts } from "./texts";
import type { ArmReading } from "./useAnchor";

type RowName = "logXi" | "weight" | "similarity" | "temperature" | "pull" | "push" | "force";

/** What each row says of an arm; a dash where it has none. */
const ROWS: Readonly<Record<RowName, (reading: ArmReading) => string>> = {
  logXi: ({ logXi }) => formatFixed(logXi, 2),
  weight: ({ weight }) => percentOf(weight ?? Number.NaN),
  similarity: ({ positive }) => formatFixed(positive, 3),
  temperature: ({ temperature }) => formatNumber(temperature, 2),
  pull: ({ forces }) => formatNumber(forces && lengthOf(forces.pull)),
  push: ({ forces }) => formatNumber(forces && lengthOf(forces.push)),
  force: ({ forces }) => formatNumber(forces && lengthOf(forces.total)),
};

/** Arms that there is room for beside each other. */
const BESIDE = 2;

/** What is drawn above, in numbers. */
export function Numbers({ readings, looks }: { readings: ArmReading[]; looks: ArmLook[] }) {
  const parts = Array.from({ length: Math.ceil(readings.length / BESIDE) }, (_, part) =>
    readings.slice(part * BESIDE, (part + 1) * BESIDE),
  );
  return parts.map((part) => <Table key={part[0]?.arm} readings={part} looks={looks} />);
}

/** A column for each arm. */
function Table({ readings, looks }: { readings: ArmReading[]; looks: ArmLook[] }) {
  const t = useTexts(texts);
  return (
    <table className={classes.numbers}>
      <thead>
        <tr>
          <td />
          {readings.map(({ arm }) => (
            <th key={arm} scope="col">
              <ArmName look={looks[arm]!} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(Object.keys(ROWS) as RowName[]).map((name) => (
          <tr key={name}>
            <th scope="row">{t[name]}</th>
            {readings.map((reading) => (
              <td key={reading.arm}>{ROWS[name](reading)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
