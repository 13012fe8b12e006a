import { Ceiling } from "../ceiling/Ceiling";
import { AgainstBatch } from "../charts/batches/AgainstBatch";
import { ChartOptions } from "../charts/ChartOptions";
import { Headline } from "../charts/Headline";
import { MetricGrid } from "../charts/MetricGrid";
import { FinalValues } from "../charts/overlay/FinalValues";
import { OverlayStrip } from "../charts/overlay/OverlayStrip";
import { ProbeCharts } from "../charts/ProbeCharts";
import { useSelect } from "../context";
import { DataSetup } from "../data/DataSetup";
import { Misread } from "../data/Misread";
import { ShortData } from "../data/ShortData";
import { DownloadFirst } from "../data/sources/DownloadFirst";
import { MissingFiles } from "../data/sources/MissingFiles";
import { Guard, Guards } from "../faults/Guard";
import { useTexts } from "../language/useTexts";
import { Panel } from "../panels/Panel";
import { useShows } from "../panels/usePanels";
import { OpenedNote } from "../runs/OpenedNote";
import { RunsPanel } from "../runs/RunsPanel";
import { PendingChanges } from "../settings/PendingChanges";
import { SettingsSection } from "../settings/SettingsSection";
import { texts as settingsTable } from "../settings/texts";
import { Notices } from "../shell/Notices";
import { PLACES } from "../shell/places";
import { TourInvitation } from "../tour/TourInvitation";
import { LargeEmbedding } from "../views/embedding/LargeEmbedding";
import { texts as viewsTable } from "../views/texts";
import { Views } from "../views/Views";
import { Interrupted } from "./Interrupted";
import { LessonPlace } from "./LessonPlace";
import { OriginNote } from "./OriginNote";
import { PresetBanner } from "./presets/PresetBanner";
import { PresetGallery } from "./presets/PresetGallery";
import classes from "./race.module.css";
import { RunRemarks } from "./remarks/RunRemarks";
import { SidePanel } from "./SidePanel";
import { useEnlargedInView } from "./useEnlargedInView";
import { Verdict } from "./Verdict";

/** What stands in the middle; where none of it is shown, the views have its room. */
const MIDDLE = ["experiment", "verdict", "charts", "ceiling", "chartOptions", "diagnostics"] as const;

/** The first page: arms race each other on the same data, from the same weights. */
export function Race() {
  const settings = useTexts(settingsTable);
  const views = useTexts(viewsTable);
  const open = useSelect((state) => state.view);
  const shows = useShows();
  const side = (name: "settings" | "views") => (shows(name) ? (open[name] ? "open" : "folded") : "none");
  return (
    <main
      id="race"
      className={classes.page}
      tabIndex={-1}
      data-settings={side("settings")}
      data-views={side("views")}
      data-middle={MIDDLE.some(shows) ? undefined : "none"}
    >
      {/* Before the settings, though beside them: who goes by keyboard is at the charts soon. */}
      <Middle />
      <Panel id="settings">
        <SidePanel id={PLACES.settings} className={classes.settings} action="foldSettings" title={settings.title}>
          <SettingsSection />
        </SidePanel>
      </Panel>
      <Panel id="views">
        <SidePanel className={classes.views} action="foldViews" title={views.title}>
          <Guards>
            <Panel id="tour">
              <TourInvitation />
            </Panel>
            <Views />
          </Guards>
        </SidePanel>
      </Panel>
      <Panel id="runs">
        <div id={PLACES.runs} className={classes.history} tabIndex={-1}>
          <Guard>
            <RunsPanel />
          </Guard>
        </div>
      </Panel>
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
        <LessonPlace />
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
        <Panel id="experiment">
          <PresetBanner />
        </Panel>
        <Panel id="verdict">
          <Verdict>
            <RunRemarks />
          </Verdict>
        </Panel>
        <Panel id="overlay">
          <OverlayStrip />
        </Panel>
      </Guards>
      <Panel id="charts">
        <div id={PLACES.charts} className={classes.charts} tabIndex={-1}>
          <Guard>
            <Headline />
          </Guard>
        </div>
        <Guard>
          <AgainstBatch />
        </Guard>
      </Panel>
      <Panel id="embedding">
        <Guard>
          <LargeEmbedding />
        </Guard>
      </Panel>
      <Panel id="overlay">
        <Guard>
          <FinalValues />
        </Guard>
      </Panel>
      <Panel id="ceiling">
        <Guard>
          <Ceiling />
        </Guard>
      </Panel>
      <Below />
    </div>
  );
}

/** How the lines are drawn, and the small charts. */
function Below() {
  const shows = useShows();
  if (!shows("chartOptions") && !shows("diagnostics")) return null;
  return (
    <div className={classes.diagnostics}>
      <Guards>
        <Panel id="chartOptions">
          <ChartOptions />
        </Panel>
        <MetricGrid />
        <ProbeCharts />
      </Guards>
    </div>
  );
}
