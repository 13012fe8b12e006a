import { AnchorWeight } from "../charts/AnchorWeight";
import { ChartOptions } from "../charts/ChartOptions";
import { Headline } from "../charts/Headline";
import { MetricGrid } from "../charts/MetricGrid";
import { ProbeCharts } from "../charts/ProbeCharts";
import { DataSetup } from "../data/DataSetup";
import { DownloadFirst } from "../data/sources/DownloadFirst";
import { MissingFiles } from "../data/sources/MissingFiles";
import { PendingChanges } from "../settings/PendingChanges";
import { SettingsSection } from "../settings/SettingsSection";
import { Notices } from "../shell/Notices";
import { Views } from "../views/Views";
import { OriginNote } from "./OriginNote";
import { PresetBanner } from "./PresetBanner";
import { RunTable } from "./RunTable";
import classes from "./race.module.css";
import { Verdict } from "./Verdict";

/** The first page: arms race each other on the same data, from the same weights. */
export function Race() {
  return (
    <main id="race" className={classes.page} tabIndex={-1}>
      <div className={classes.settings}>
        <SettingsSection />
      </div>
      <div className={classes.middle}>
        <Notices />
        <OriginNote />
        <MissingFiles />
        <DataSetup />
        <PendingChanges />
        <DownloadFirst />
        <PresetBanner />
        <Verdict />
        <ChartOptions />
        <Headline />
        <AnchorWeight />
        <MetricGrid />
        <ProbeCharts />
      </div>
      <div className={classes.views}>
        <Views />
      </div>
      <div className={classes.history}>
        <RunTable />
      </div>
    </main>
  );
}
