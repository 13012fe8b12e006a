import { Ceiling } from "../ceiling/Ceiling";
import { ChartOptions } from "../charts/ChartOptions";
import { Headline } from "../charts/Headline";
import { MetricGrid } from "../charts/MetricGrid";
import { ProbeCharts } from "../charts/ProbeCharts";
import { DataSetup } from "../data/DataSetup";
import { DownloadFirst } from "../data/sources/DownloadFirst";
import { MissingFiles } from "../data/sources/MissingFiles";
import { Guard, Guards } from "../faults/Guard";
import { PendingChanges } from "../settings/PendingChanges";
import { SettingsSection } from "../settings/SettingsSection";
import { Notices } from "../shell/Notices";
import { TourInvitation } from "../tour/TourInvitation";
import { Views } from "../views/Views";
import { OriginNote } from "./OriginNote";
import { PresetBanner } from "./presets/PresetBanner";
import { PresetGallery } from "./presets/PresetGallery";
import { RunTable } from "./RunTable";
import classes from "./race.module.css";
import { Verdict } from "./Verdict";

/** The first page: arms race each other on the same data, from the same weights. */
export function Race() {
  return (
    <main id="race" className={classes.page} tabIndex={-1}>
      <div className={classes.settings}>
        <Guard>
          <SettingsSection />
        </Guard>
      </div>
      <div className={classes.middle}>
        <Guards>
          <Notices />
          <OriginNote />
          <MissingFiles />
          <DataSetup />
          <PendingChanges />
          <DownloadFirst />
          <PresetBanner />
          <Verdict />
          <Headline />
          <Ceiling />
          <ChartOptions />
          <MetricGrid />
          <ProbeCharts />
        </Guards>
      </div>
      <div className={classes.views}>
        <Guard>
          <TourInvitation />
        </Guard>
        <Guard>
          <Views />
        </Guard>
      </div>
      <div className={classes.history}>
        <Guard>
          <RunTable />
        </Guard>
      </div>
      <PresetGallery />
    </main>
  );
}
