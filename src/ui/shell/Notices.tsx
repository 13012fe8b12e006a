import { Alert } from "@mantine/core";
import { IconAlertTriangle, IconCpu } from "@tabler/icons-react";
import { useState } from "react";
import { usePlayground, useSelect } from "../context";
import { words } from "../words";
import classes from "./shell.module.css";

/** What went wrong, in words, until it is dismissed. */
export function Notices() {
  const playground = usePlayground();
  const notices = useSelect((state) => state.notices);
  return (
    <div className={classes.notices}>
      <SoftwareNotice />
      {notices.map((notice) => (
        <Alert
          key={notice.id}
          role="alert"
          variant="light"
          color="orange"
          icon={<IconAlertTriangle size={18} />}
          title={words.notices[notice.kind]}
          withCloseButton
          closeButtonLabel={words.notices.dismiss}
          onClose={() => playground.dismiss(notice.id)}
        >
          {notice.detail}
          {notice.errors.length > 0 && (
            <ul className={classes.errors}>
              {notice.errors.map(({ path, message }) => (
                <li key={path + message}>
                  <code>{path}</code> {message}
                </li>
              ))}
            </ul>
          )}
        </Alert>
      ))}
    </div>
  );
}

/** Says that the adapter computes on the CPU, until it is dismissed. */
function SoftwareNotice() {
  const software = useSelect((state) => state.environment?.software ?? false);
  const [dismissed, setDismissed] = useState(false);
  if (!software || dismissed) return null;
  return (
    <Alert
      role="status"
      variant="light"
      color="orange"
      icon={<IconCpu size={18} />}
      title={words.notices.softwareTitle}
      withCloseButton
      closeButtonLabel={words.notices.dismiss}
      onClose={() => setDismissed(true)}
    >
      {words.backend.softwareNotice}
    </Alert>
  );
}
