import { LabFrame } from "../../../ui/labs/LabFrame";
import { useTexts } from "../../../ui/language/useTexts";
import { texts } from "../texts";
import { Answer } from "./Answer";
import { DataQuestion } from "./DataQuestion";
import { ADVICE_FIELDS } from "./fields";
import { ReportCurves } from "./ReportCurves";
import { SettingTable } from "./SettingTable";
import { useAdvice } from "./useAdvice";

/** The advice lab: questions, the answer, and beneath it what it rests on. */
export default function AdviceLab() {
  const t = useTexts(texts);
  const advice = useAdvice();
  return (
    <LabFrame id="advice" texts={t} unit={t.unit} fields={ADVICE_FIELDS} settings={<DataQuestion />}>
      <Answer advice={advice} />
      <SettingTable advice={advice} />
      <ReportCurves advice={advice} />
    </LabFrame>
  );
}
