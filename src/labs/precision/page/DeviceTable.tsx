import { Table } from "@mantine/core";
import { useMemo } from "react";
import { formatNumber, formatTick } from "../../../i18n/format";
import { ColumnNames } from "../../../ui/components/ColumnNames";
import classes from "../../../ui/labs/labs.module.css";
import { TableBox } from "../../../ui/labs/TableBox";
import { useLab } from "../../../ui/labs/useLab";
import { useTexts } from "../../../ui/language/useTexts";
import { texts } from "../texts";
import { deviceCosts } from "./series";

/** What the device's own exp and log add to the error in float32. */
export function DeviceTable() {
  const t = useTexts(texts);
  const { rows, config } = useLab("precision");
  const costs = useMemo(() => deviceCosts(rows, config.measure), [rows, config.measure]);
  return (
    <section className={classes.card} aria-label={t.host.title}>
      <h3>{t.host.title}</h3>
      <p>{t.host.text}</p>
      {costs.length > 0 && (
        <TableBox label={t.host.title}>
          <Table fz="xs" verticalSpacing={3} className={classes.numbers} captionSide="bottom">
            <caption>{t.host.caption}</caption>
            <ColumnNames names={[t.host.form, t.host.ratio, t.host.at, t.host.device, t.host.best]} />
            <Table.Tbody>
              {costs.map(({ form, xi, device, best, ratio }) => (
                <Table.Tr key={form}>
                  <Table.Th scope="row">{t.forms[form]}</Table.Th>
                  <Table.Td>{formatNumber(ratio, 2)}</Table.Td>
                  <Table.Td>{formatTick(xi)}</Table.Td>
                  <Table.Td>{formatNumber(device, 2)}</Table.Td>
                  <Table.Td>{formatNumber(best, 2)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableBox>
      )}
    </section>
  );
}
