import { createTheme, localStorageColorSchemeManager, type MantineColorScheme, MantineProvider } from "@mantine/core";
import type { Playground } from "../session/playground";
import { PlaygroundProvider } from "./context";

const theme = createTheme({
  primaryColor: "dark",
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
});
const schemes = localStorageColorSchemeManager({ key: "flatnce-colour-scheme" });

interface PageProvidersProps {
  playground: Playground;
  /** Light or dark whatever was chosen, for pictures of a part of the page. */
  scheme?: Exclude<MantineColorScheme, "auto">;
  children: React.ReactNode;
}

/** What every part of the page stands in. Styles are static sheets: no part of it needs an inline style element. */
export function PageProviders({ playground, scheme, children }: PageProvidersProps) {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      {...(scheme ? { forceColorScheme: scheme } : {})}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <PlaygroundProvider playground={playground}>{children}</PlaygroundProvider>
    </MantineProvider>
  );
}
