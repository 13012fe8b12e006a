import { Ceiling } from "../ceiling/Ceiling";
import { AgainstBatch } from "../charts/batches/AgainstBatch";
import { useSelect } from "../context";
import { Guard, Guards } from "../faults/Guard";
import { useTexts } from "../language/useTexts";
import { Panel } from "../panels/Panel";
import { useShows } from "../panels/usePanels";
import { SettingsSection } from "../settings/SettingsSection";
import { texts as settingsTable } from "../settings/texts";
import { PLACES } from "../shell/places";
import { texts as viewsTable } from "../views/texts";
import { LessonPlace } from "./LessonPlace";
import { LaterGallery } from "./presets/LaterGallery";
import { PresetBanner } from "./presets/PresetBanner";
import classes from "./race.module.css";
import { RunRemarks } from "./remarks/RunRemarks";
import { SidePanel } from "./SidePanel";
import {
  Diagnostics,
  FinalValues,
  Headline,
  LargeEmbedding,
  OverlayStrip,
  RaceNotes,
  RunsPanel,
  SettingsPanel,
  TourInvitation,
  Views,
} from "./soonParts";
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
          <SettingsSection>
            <SettingsPanel />
          </SettingsSection>
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
      <LaterGallery />
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
        <RaceNotes />
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
      <Guard>
        <Diagnostics />
      </Guard>
    </div>
  );
}
