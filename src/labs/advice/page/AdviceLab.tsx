import { LabFrame } from "../../../ui/labs/LabFrame";
import { useTexts } from "../../../ui/language/useTexts";
import { texts } from "../texts";
import { Answer } from "./Answer";
import { DataQuestion } from "./DataQuestion";
import { DataCard } from "./data/DataCard";
import { ADVICE_FIELDS } from "./fields";
import { ReportCurves } from "./ReportCurves";
import { SettingTable } from "./SettingTable";
import { StepSizeCard } from "./StepSizeCard";
import { useAdvice } from "./useAdvice";

/** The advice lab: questions, the answer, and beneath it what it rests on. */
export default function AdviceLab() {
  const t = useTexts(texts);
  const advice = useAdvice();
  const isAnswered = advice.facts?.report != null;
  return (
    <LabFrame id="advice" texts={t} unit={t.unit} fields={ADVICE_FIELDS} settings={<DataQuestion />}>
      {isAnswered || <DataCard config={advice.config} />}
      <Answer advice={advice} />
      <StepSizeCard advice={advice} />
      <SettingTable advice={advice} />
      <ReportCurves advice={advice} />
      {isAnswered && <DataCard config={advice.config} />}
    </LabFrame>
  );
}
