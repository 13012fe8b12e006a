import { Suspense } from "react";
import { LABS } from "../labs";
import { LAB_PAGES } from "../labs/pages";
import { labOf } from "../session/address/page";
import { closeDrawing } from "../session/data/drawing";
import type { Playground } from "../session/playground";
import { Announcing } from "./actions/announce";
import { useActions } from "./actions/useActions";
import classes from "./app.module.css";
import { LaterDialog } from "./components/LaterDialog";
import { usePlayground, useSelect } from "./context";
import { Guard } from "./faults/Guard";
import { laterPart } from "./faults/laterPart";
import { PageGuard } from "./faults/PageGuard";
import { soonPart } from "./faults/soonPart";
import { useTexts } from "./language/useTexts";
import { PageProviders } from "./PageProviders";
import { ProjectorLayer } from "./projector/ProjectorLayer";
import { Race } from "./race/Race";
import { TopBar } from "./shell/bar/TopBar";
import { useEnding } from "./shell/ending/useEnding";
import { SkipLinks } from "./shell/SkipLinks";
import { useTabSign } from "./shell/tab/useTabSign";
import { texts as shellTable } from "./shell/texts";
import { SlowLayer } from "./slow/SlowLayer";
import { TourLayer } from "./tour/TourLayer";

/** Comes after the first picture. */
const DropZone = soonPart<{ takesData?: boolean }>(async () => ({
  default: (await import("./shell/DropZone")).DropZone,
}));
const Learn = laterPart(() => import("./learn/Learn"));
const HelpDialog = laterPart(async () => ({ default: (await import("./shell/HelpDialog")).HelpDialog }));
const HealthDialog = laterPart(() => import("./health/HealthDialog"));
const Palette = laterPart(() => import("./palette/Palette"));
const EmbedDialog = laterPart(() => import("./embed/dialog/EmbedDialog"));
const LessonDialog = laterPart(() => import("./lesson/editor/LessonDialog"));
const QrDialog = laterPart(() => import("./qr/QrDialog"));
const FigureDialog = laterPart(() => import("./figure/FigureDialog"));
const EmbeddingsDialog = laterPart(() => import("./embeddings/EmbeddingsDialog"));
const JsonDialog = laterPart(() => import("./json/JsonDialog"));
const DrawDialog = laterPart(() => import("./data/draw/DrawDialog"));

/** The whole page. */
export function App({ playground }: { playground: Playground }) {
  return (
    <PageProviders playground={playground}>
      <Page />
    </PageProviders>
  );
}

function Page() {
  const shellTexts = useTexts(shellTable);
  const { perform, dialog, closeDialog, message, announce } = useActions();
  useTabSign();
  useEnding();
  const page = useSelect((state) => state.page);
  const lab = labOf(page);
  const Later = page === "learn" ? Learn : lab && LAB_PAGES[lab];
  const takesData = page === "race" || (lab !== null && LABS[lab].takesData === true);
  return (
    <Announcing.Provider value={announce}>
      <SkipLinks />
      <Guard>
        <TopBar perform={perform} />
      </Guard>
      <PageGuard>
        {Later ? (
          <Suspense fallback={<main className={classes.loading}>{shellTexts.pages.loading}</main>}>
            <Later />
          </Suspense>
        ) : (
          <Race />
        )}
      </PageGuard>
      <Guard>
        <LaterDialog part={HelpDialog} opened={dialog === "help"} onClose={closeDialog} />
        <LaterDialog part={HealthDialog} opened={dialog === "health"} onClose={closeDialog} />
        <LaterDialog part={Palette} opened={dialog === "palette"} onClose={closeDialog} perform={perform} />
        <LaterDialog part={EmbedDialog} opened={dialog === "embed"} onClose={closeDialog} />
        <LaterDialog part={LessonDialog} opened={dialog === "lesson"} onClose={closeDialog} />
        <LaterDialog part={QrDialog} opened={dialog === "qr"} onClose={closeDialog} />
        <LaterDialog part={JsonDialog} opened={dialog === "json"} onClose={closeDialog} />
        <LaterDialog part={FigureDialog} opened={dialog === "figure"} onClose={closeDialog} first={null} />
        <Drawing />
        <LaterDialog part={EmbeddingsDialog} opened={dialog === "embeddings"} onClose={closeDialog} />
        <DropZone takesData={takesData} />
      </Guard>
      <TourLayer />
      <SlowLayer />
      <ProjectorLayer />
      <div aria-live="polite">{message && <span className={classes.message}>{message}</span>}</div>
    </Announcing.Provider>
  );
}

function Drawing() {
  const playground = usePlayground();
  const { opened } = useSelect((state) => state.drawing);
  return <LaterDialog part={DrawDialog} opened={opened} onClose={() => closeDrawing(playground)} />;
}
