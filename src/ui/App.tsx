import { createTheme, localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { Suspense } from "react";
import { LAB_PAGES } from "../labs/pages";
import type { Playground } from "../session/playground";
import { useActions } from "./actions/useActions";
import classes from "./app.module.css";
import { PlaygroundProvider, useSelect } from "./context";
import { useTexts } from "./language/useTexts";
import { Race } from "./race/Race";
import { DropZone } from "./shell/DropZone";
import { HelpDialog } from "./shell/HelpDialog";
import { TopBar } from "./shell/TopBar";
import { texts as shellTable } from "./shell/texts";

const theme = createTheme({
  primaryColor: "dark",
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
});
const schemes = localStorageColorSchemeManager({ key: "flatnce-colour-scheme" });

/** The whole page. Styles are static sheets: no part of it needs an inline style element. */
export function App({ playground }: { playground: Playground }) {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <PlaygroundProvider playground={playground}>
        <Page />
      </PlaygroundProvider>
    </MantineProvider>
  );
}

function Page() {
  const shellTexts = useTexts(shellTable);
  const { perform, helpOpen, closeHelp, message } = useActions();
  const page = useSelect((state) => state.page);
  const Lab = page === "race" ? null : LAB_PAGES[page];
  return (
    <>
      <button type="button" className={classes.skip} onClick={() => document.querySelector("main")?.focus()}>
        {shellTexts.app.skip}
      </button>
      <TopBar perform={perform} />
      {Lab ? (
        <Suspense fallback={<main className={classes.loading}>{shellTexts.pages.loading}</main>}>
          <Lab />
        </Suspense>
      ) : (
        <Race />
      )}
      <HelpDialog opened={helpOpen} onClose={closeHelp} />
      {page === "race" && <DropZone />}
      <div aria-live="polite">{message && <span className={classes.message}>{message}</span>}</div>
    </>
  );
}
