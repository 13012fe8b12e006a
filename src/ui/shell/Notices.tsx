import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle, IconCpu, IconLock, IconRefresh } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { within } from "../../engine/within";
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
          {...looksOf(notice.kind)}
          title={t.notices[notice.kind]}
          withCloseButton
          closeButtonLabel={t.notices.dismiss}
          onClose={() => playground.dismiss(notice.id)}
        >
          {notice.detail && translate(notice.detail)}
          {notice.errors.length > 0 && (
            <ul className={classes.errors}>
              {notice.errors.slice(0, MOST_ERRORS).map(({ path, said }) => (
                <li key={path + said.id}>
                  <code>{path}</code> {translate(said)}
                </li>
              ))}
              {notice.errors.length > MOST_ERRORS && (
                <li>{t.notices.more({ count: notice.errors.length - MOST_ERRORS })}</li>
              )}
            </ul>
          )}
          <Offers notice={notice} />
        </Alert>
      ))}
    </div>
  );
}

/** Errors of one notice that are listed. */
const MOST_ERRORS = 20;

const URGENT = { role: "alert", color: "orange", icon: <IconAlertTriangle size={18} /> };
/** Nothing went wrong, or it was mended. */
const CALM = { role: "status", color: "gray" };

function looksOf(kind: Notice["kind"]) {
  if (kind === "waitsForPlay") return { ...CALM, icon: <IconCpu size={18} /> };
  if (kind === "settingsLocked") return { ...CALM, icon: <IconLock size={18} /> };
  return isOfUpdate(kind) || kind === "recovered" ? { ...CALM, icon: <IconRefresh size={18} /> } : URGENT;
}

function isOfUpdate(kind: Notice["kind"]): boolean {
  return kind === "updateWaiting" || kind === "updatedElsewhere";
}

const SMALL = { size: "compact-xs", variant: "default" } as const;

/** What can be done about it. */
function Offers({ notice: { id, kind } }: { notice: Notice }) {
  const t = useTexts(texts).notices;
  const playground = usePlayground();
  if (isOfUpdate(kind)) return <TakeUpdate />;
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
      <Button {...SMALL} onClick={() => void reload()}>
        {t.reload}
      </Button>
    </div>
  );
}

/** Longest wait for a run to be kept, in milliseconds: a worker that hangs must not keep the new version away. */
const PATIENCE = 10_000;

/** What is open goes on until this is pressed, and a run can be gone on with afterwards. */
function TakeUpdate() {
  const t = useTexts(texts).notices;
  const playground = usePlayground();
  const [isTaking, setTaking] = useState(false);
  const take = async () => {
    setTaking(true);
    // Where nobody trains any more, as the worker's file is gone with its version, what was kept before has to do.
    const kept = playground
      .pause()
      .catch(() => undefined)
      .then(() => playground.keepRun())
      .catch(() => undefined);
    await within(kept, PATIENCE, undefined);
    await reload();
  };
  return (
    <div className={classes.offers}>
      <Button {...SMALL} disabled={isTaking} onClick={() => void take()}>
        {t.takeUpdate}
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
