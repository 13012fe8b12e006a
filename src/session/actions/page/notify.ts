import { IconBell } from "@tabler/icons-react";
import { switchOf } from "./switched";

export const MESSAGES = {
  on: "A notification says when a run ends while this page is hidden",
  off: "No notifications any more",
  refused: "The browser does not allow notifications of this page: its settings for the site can.",
  unsupported: "This browser has no notifications.",
};

/** For who does something else meanwhile. The browser asks for permission when it is switched on. */
export const notify = switchOf(
  "notify",
  { icon: IconBell, label: "Notify me when a run ends, or no more", messages: MESSAGES },
  ({ toggleNotify }) => toggleNotify(),
);
