import { Table } from "@mantine/core";
import { IconAdjustments, IconPin, IconPinFilled, IconStar, IconStarFilled, IconTrash } from "@tabler/icons-react";
import { memo } from "react";
import { hasAllSettings } from "../../session/actions/conditions";
import type { PastRun } from "../../storage/runs/pastRun";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { useRemark } from "./cells/remarks";
import { COLUMNS, type ColumnId } from "./columns";
import { useDrawnRun } from "./drawnRuns";
import { RowButton } from "./RowButton";
import { runName } from "./runName";
import classes from "./table.module.css";
import { texts } from "./texts";

interface RowProps {
  run: PastRun;
  columns: readonly ColumnId[];
  isSelected: boolean;
  /** Its curves are in the charts. */
  isOpened: boolean;
}

/** A run: a press anywhere between its buttons shows its curves. */
export const RunRow = memo(function RunRow({ run, columns, isSelected, isOpened }: RowProps) {
  const t = useTexts(texts).row;
  const { runs, overlay } = usePlayground();
  const open = ({ target }: React.MouseEvent) => {
    const isOwn = target instanceof Element && target.closest("button, input, label, a") !== null;
    if (!isOwn && run.columnBytes !== null) void runs.open(run.id);
  };
  return (
    <Table.Tr
      className={run.columnBytes === null ? undefined : classes.row}
      data-opened={isOpened || undefined}
      aria-current={isOpened || undefined}
      onClick={open}
      onMouseEnter={() => isSelected && overlay.mark(run.id)}
      onMouseLeave={() => isSelected && overlay.mark(null)}
    >
      <Table.Td>
        <input
          type="checkbox"
          className={classes.check}
          aria-label={t.select({ name: runName(run) })}
          checked={isSelected}
          onChange={(event) => runs.select(run.id, event.currentTarget.checked)}
        />
        <DrawnNumber id={run.id} />
      </Table.Td>
      {columns.map((id) => {
        const { Cell } = COLUMNS[id];
        return (
          <Table.Td key={id} data-column={id}>
            <Cell run={run} />
          </Table.Td>
        );
      })}
      <Table.Td className={classes.nowrap}>
        <RowButtons run={run} />
      </Table.Td>
    </Table.Tr>
  );
});

/** What stands on the curves of the run while they are drawn behind another. */
function DrawnNumber({ id }: { id: string }) {
  const number = useDrawnRun(id)?.number;
  return number !== undefined && <b className={classes.drawn}>{number}</b>;
}

function RowButtons({ run }: { run: PastRun }) {
  const t = useTexts(texts).row;
  const playground = usePlayground();
  const remark = useRemark(run);
  const canReuse = useSelect(hasAllSettings);
  const { starred, pinned } = run;
  const name = runName(run);
  const [Star, Pin] = [starred ? IconStarFilled : IconStar, pinned ? IconPinFilled : IconPin];
  return (
    <>
      <RowButton label={t.star({ name })} isPressed={starred} onClick={() => remark({ starred: !starred })}>
        <Star size={16} />
      </RowButton>
      <RowButton label={t.pin({ name })} isPressed={pinned} onClick={() => remark({ pinned: !pinned })}>
        <Pin size={16} />
      </RowButton>
      {canReuse && (
        <RowButton label={t.load({ name })} onClick={() => void playground.reuseSettings(run)}>
          <IconAdjustments size={16} />
        </RowButton>
      )}
      <RowButton label={t.remove({ name })} onClick={() => void playground.runs.remove([run.id])}>
        <IconTrash size={16} />
      </RowButton>
    </>
  );
}
