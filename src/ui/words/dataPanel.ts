import { type DataPanelWords, dataPanel } from "./en/dataPanel";

/** The words of the data panel, which come with it. */
export const panelWords: DataPanelWords = dataPanel;
