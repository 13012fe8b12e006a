import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import { formatBytes } from "../../i18n/format";
import { bytesOf, proposedDeletions } from "../../session/runs/room";
import type { PastRun } from "../../storage/runs/pastRun";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { keepLimit, keptLimit, MEGABYTE } from "./keptLimit";
import classes from "./runs.module.css";
import { texts } from "./texts";

/** How much room the curves take, against a limit that the user sets: above it, what could go is proposed, and nothing deleted unasked. */
export function StorageUse() {
  const t = useTexts(texts).storage;
  const history = useSelect((state) => state.history);
  const currentId = useSelect((state) => state.run?.id ?? null);
  const [limit, setLimit] = useState(keptLimit);
  const used = bytesOf(history);
  if (used === 0) return null;
  const change = (megabytes: string | number) => {
    if (typeof megabytes !== "number" || megabytes < 1) return;
    setLimit(megabytes * MEGABYTE);
    keepLimit(megabytes * MEGABYTE);
  };
  return (
    <div className={classes.storage}>
      {used <= limit && <span>{t.used({ used: formatBytes(used) })}</span>}
      {used > limit && <Proposal proposed={proposedDeletions(history, limit, currentId)} used={used} limit={limit} />}
      <span aria-hidden="true">{t.limit}</span>
      <NumberInput
        size="xs"
        className={classes.limit}
        aria-label={t.limitLabel}
        min={1}
        hideControls
        allowDecimal={false}
        suffix=" MB"
        value={Math.round(limit / MEGABYTE)}
        onChange={change}
      />
    </div>
  );
}

interface ProposalProps {
  proposed: PastRun[];
  used: number;
  limit: number;
}

function Proposal({ proposed, ...bytes }: ProposalProps) {
  const t = useTexts(texts).storage;
  const { runs } = usePlayground();
  const [used, limit] = [formatBytes(bytes.used), formatBytes(bytes.limit)];
  if (proposed.length === 0) return <span role="status">{t.nothing({ used, limit })}</span>;
  return (
    <>
      <span role="status">{t.over({ used, limit, n: proposed.length, freed: formatBytes(bytesOf(proposed)) })}</span>
      <Button size="compact-sm" variant="default" onClick={() => void runs.remove(proposed.map(({ id }) => id))}>
        {t.remove}
      </Button>
    </>
  );
}
