import { DataSetup } from "../data/DataSetup";
import { Misread } from "../data/Misread";
import { ShortData } from "../data/ShortData";
import { DownloadFirst } from "../data/sources/DownloadFirst";
import { MissingFiles } from "../data/sources/MissingFiles";
import { Guards } from "../faults/Guard";
import { OpenedNote } from "../runs/OpenedNote";
import { PendingChanges } from "../settings/PendingChanges";
import { Notices } from "../shell/Notices";
import { Interrupted } from "./Interrupted";
import { OriginNote } from "./OriginNote";

/** What may have to be said or asked above the charts; most of the time it is nothing. */
export default function RaceNotes() {
  return (
    <Guards>
      <Notices />
      <Interrupted />
      <OpenedNote />
      <OriginNote />
      <MissingFiles />
      <DataSetup />
      <ShortData />
      <Misread />
      <PendingChanges />
      <DownloadFirst />
    </Guards>
  );
}
