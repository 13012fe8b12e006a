import { Table } from "@mantine/core";
import { useMemo } from "react";
import { formatNumber, formatTick } from "../../../i18n/format";
import classes from "../../../ui/labs/labs.module.css";
import { TableBox } from "../../../ui/labs/TableBox";
import { useLab } from "../../../ui/labs/useLab";
import { texts } from "../texts";
import { deviceCosts } from "./series";

const words = texts.host;

/** What the device's own exp and log add to the error in float32. */
export function DeviceTable() {
  const { rows, config } = useLab("precision");
  const costs = useMemo(() => deviceCosts(rows, config.measure), [rows, config.measure]);
  return (
    <section className={classes.card} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p>{words.text}</p>
      {costs.length > 0 && (
        <TableBox label={words.title}>
          <Table fz="xs" verticalSpacing={3} className={classes.numbers} captionSide="bottom">
            <caption>{words.caption}</caption>
            <Table.Thead>
              <Table.Tr>
                {[words.form, words.ratio, words.at, words.device, words.best].map((name) => (
                  <Table.Th scope="col" key={name}>
                    {name}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {costs.map(({ form, xi, device, best, ratio }) => (
                <Table.Tr key={form}>
                  <Table.Th scope="row">{texts.forms[form]}</Table.Th>
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
