import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { usePlayground, useSelect } from "../context";
import { words } from "../words";
import classes from "./shell.module.css";

/** What went wrong, in words, until it is dismissed. */
export function Notices() {
  const playground = usePlayground();
  const notices = useSelect((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <div className={classes.notices}>
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
