import { Suspense } from "react";
import { LAB_PAGES } from "../labs/pages";
import type { Playground } from "../session/playground";
import { useActions } from "./actions/useActions";
import { useSelect } from "./context";
import { useTexts } from "./language/useTexts";
import { PageProviders } from "./PageProviders";
import { Race } from "./race/Race";
import { DropZone } from "./shell/DropZone";
import { HelpDialog } from "./shell/HelpDialog";
import shell from "./shell/shell.module.css";
import { TopBar } from "./shell/TopBar";
import { texts as shellTable } from "./shell/texts";

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
  const { perform, helpOpen, closeHelp, message } = useActions();
  const page = useSelect((state) => state.page);
  const Lab = page === "race" ? null : LAB_PAGES[page];
  return (
    <>
      <button type="button" className="skip" onClick={() => document.querySelector("main")?.focus()}>
        {shellTexts.app.skip}
      </button>
      <TopBar perform={perform} />
      {Lab ? (
        <Suspense fallback={<main className={shell.loading}>{shellTexts.pages.loading}</main>}>
          <Lab />
        </Suspense>
      ) : (
        <Race />
      )}
      <HelpDialog opened={helpOpen} onClose={closeHelp} />
      {page === "race" && <DropZone />}
      <div aria-live="polite">{message && <span className={shell.message}>{message}</span>}</div>
    </>
  );
}
