import { IconSun } from "@tabler/icons-react";
import { switchOf } from "./switched";

export const MESSAGES = {
  on: "The screen stays awake while something trains and this page is in view",
  off: "The screen may go dark as usual",
  refused: "The browser does not keep the screen awake now.",
  unsupported: "This browser cannot keep the screen awake.",
};

/** For who watches a long run: many devices slow down once their screen is dark. */
export const awake = switchOf(
  "awake",
  { icon: IconSun, label: "Keep the screen awake while training, or no more", messages: MESSAGES },
  ({ toggleAwake }) => toggleAwake(),
);
