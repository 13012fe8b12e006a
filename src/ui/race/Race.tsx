import { Ceiling } from "../ceiling/Ceiling";
import { ChartOptions } from "../charts/ChartOptions";
import { Headline } from "../charts/Headline";
import { MetricGrid } from "../charts/MetricGrid";
import { FinalValues } from "../charts/overlay/FinalValues";
import { OverlayStrip } from "../charts/overlay/OverlayStrip";
import { ProbeCharts } from "../charts/ProbeCharts";
import { useSelect } from "../context";
import { DataSetup } from "../data/DataSetup";
import { DownloadFirst } from "../data/sources/DownloadFirst";
import { MissingFiles } from "../data/sources/MissingFiles";
import { Guard, Guards } from "../faults/Guard";
import { useTexts } from "../language/useTexts";
import { OpenedNote } from "../runs/OpenedNote";
import { RunsPanel } from "../runs/RunsPanel";
import { PendingChanges } from "../settings/PendingChanges";
import { SettingsSection } from "../settings/SettingsSection";
import { texts as settingsTable } from "../settings/texts";
import { Notices } from "../shell/Notices";
import { PLACES } from "../shell/places";
import { TourInvitation } from "../tour/TourInvitation";
import { texts as viewsTable } from "../views/texts";
import { Views } from "../views/Views";
import { Interrupted } from "./Interrupted";
import { OriginNote } from "./OriginNote";
import { PresetBanner } from "./presets/PresetBanner";
import { PresetGallery } from "./presets/PresetGallery";
import classes from "./race.module.css";
import { RunRemarks } from "./remarks/RunRemarks";
import { SidePanel } from "./SidePanel";
import { useEnlargedInView } from "./useEnlargedInView";
import { Verdict } from "./Verdict";

/** The first page: arms race each other on the same data, from the same weights. */
export function Race() {
  const settings = useTexts(settingsTable);
  const views = useTexts(viewsTable);
  const open = useSelect((state) => state.view);
  return (
    <main
      id="race"
      className={classes.page}
      tabIndex={-1}
      data-settings={open.settings ? "open" : "folded"}
      data-views={open.views ? "open" : "folded"}
    >
      {/* Before the settings, though beside them: who goes by keyboard is at the charts soon. */}
      <Middle />
      <SidePanel id={PLACES.settings} className={classes.settings} action="foldSettings" title={settings.title}>
        <SettingsSection />
      </SidePanel>
      <SidePanel className={classes.views} action="foldViews" title={views.title}>
        <Guards>
          <TourInvitation />
          <Views />
        </Guards>
      </SidePanel>
      <div id={PLACES.runs} className={classes.history} tabIndex={-1}>
        <Guard>
          <RunsPanel />
        </Guard>
      </div>
      <PresetGallery />
    </main>
  );
}

/** What is said and drawn of the experiment; one chart alone where it has been enlarged. */
function Middle() {
  const middle = useEnlargedInView();
  return (
    <div ref={middle} className={classes.middle}>
      <Guards>
        <Notices />
        <Interrupted />
        <OpenedNote />
        <OriginNote />
        <MissingFiles />
        <DataSetup />
        <PendingChanges />
        <DownloadFirst />
        <PresetBanner />
        <Verdict>
          <RunRemarks />
        </Verdict>
        <OverlayStrip />
      </Guards>
      <div id={PLACES.charts} className={classes.charts} tabIndex={-1}>
        <Guard>
          <Headline />
        </Guard>
      </div>
      <Guard>
        <FinalValues />
      </Guard>
      <Guard>
        <Ceiling />
      </Guard>
      <div className={classes.diagnostics}>
        <Guards>
          <ChartOptions />
          <MetricGrid />
          <ProbeCharts />
        </Guards>
      </div>
    </div>
  );
}
