import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle, IconCpu, IconLock } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { Notice } from "../../session/playgroundState";
import { bringIntoView } from "../components/bringIntoView";
import { usePlayground, useSelect } from "../context";
import { reload } from "../faults/reload";
import { useTexts, useTranslate } from "../language/useTexts";
import classes from "./notices.module.css";
import { texts } from "./texts";

/** What went wrong, in words, until it is dismissed. */
export function Notices() {
  const t = useTexts(texts);
  const translate = useTranslate();
  const playground = usePlayground();
  const notices = useSelect((state) => state.notices);
  const place = useRef<HTMLDivElement>(null);
  const failure = notices.find(({ kind }) => kind === "startFailed")?.id;
  // On a phone, what was chosen in the open settings stands a screen above.
  useEffect(() => {
    if (failure === undefined) return;
    // What was being loaded is no longer said above it then.
    const frame = requestAnimationFrame(() => bringIntoView(place.current));
    return () => cancelAnimationFrame(frame);
  }, [failure]);
  return (
    <div ref={place} className={classes.notices}>
      <SoftwareNotice />
      <KernelsNotice />
      {notices.map((notice) => (
        <Alert
          key={notice.id}
          variant="light"
          {...(CALM[notice.kind] ?? URGENT)}
          title={t.notices[notice.kind]}
          withCloseButton
          closeButtonLabel={t.notices.dismiss}
          onClose={() => playground.dismiss(notice.id)}
        >
          {notice.detail && translate(notice.detail)}
          {notice.errors.length > 0 && (
            <ul className={classes.errors}>
              {notice.errors.map(({ path, said }) => (
                <li key={path + said.id}>
                  <code>{path}</code> {translate(said)}
                </li>
              ))}
            </ul>
          )}
          <Offers notice={notice} />
        </Alert>
      ))}
    </div>
  );
}

const URGENT = { role: "alert", color: "orange", icon: <IconAlertTriangle size={18} /> };
const GRAY = { role: "status", color: "gray" };
/** Nothing went wrong, or it was mended. */
const CALM: Partial<Record<Notice["kind"], object>> = {
  settingsLocked: { ...GRAY, icon: <IconLock size={18} /> },
  recovered: { ...GRAY, icon: <IconCpu size={18} /> },
};
const SMALL = { size: "compact-xs", variant: "default" } as const;

/** What can be done about it. */
function Offers({ notice: { id, kind } }: { notice: Notice }) {
  const t = useTexts(texts).notices;
  const playground = usePlayground();
  if (kind !== "workerMissing" && kind !== "workerCrashed") return null;
  const retry = () => {
    playground.dismiss(id);
    void playground.tryAgain();
  };
  return (
    <div className={classes.offers}>
      {kind === "workerMissing" && (
        <Button {...SMALL} onClick={retry}>
          {t.retry}
        </Button>
      )}
      <Button {...SMALL} onClick={reload}>
        {t.reload}
      </Button>
    </div>
  );
}

/** Says that the adapter computes on the CPU, until it is dismissed. */
function SoftwareNotice() {
  const t = useTexts(texts);
  const software = useSelect((state) => state.environment?.software ?? false);
  if (!software) return null;
  return <DeviceNotice title={t.notices.softwareTitle} text={t.backend.softwareNotice} />;
}

/** Says that the device failed the kernels' self-check, until it is dismissed. */
function KernelsNotice() {
  const t = useTexts(texts);
  const reason = useSelect((state) => state.environment?.kernelsRefused ?? null);
  if (reason === null) return null;
  return <DeviceNotice title={t.notices.kernelsTitle} text={t.notices.kernelsRefused({ reason })} />;
}

function DeviceNotice({ title, text }: { title: string; text: string }) {
  const t = useTexts(texts);
  const [dismissed, setDismissed] = useState(false);
  if (dismissed) return null;
  return (
    <Alert
      role="status"
      variant="light"
      color="orange"
      icon={<IconCpu size={18} />}
      title={title}
      withCloseButton
      closeButtonLabel={t.notices.dismiss}
      onClose={() => setDismissed(true)}
    >
      {text}
    </Alert>
  );
}
