import { NativeSelect } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Outline } from "../../../data/interpretation/outline";
import { ROLES, type Role } from "../../../data/interpretation/schema";
import { texts as words } from "../../../session/settings/interpretationTexts";
import { useTexts, useTranslate } from "../../language/useTexts";
import type { WishProps } from "./Choices";
import classes from "./editor.module.css";
import { type FieldGroup, groupsOf } from "./groups";
import { texts } from "./texts";
import { rolesSaid, withRole } from "./wish";

/** What arrays can be: words of a column are nothing that an array has. */
const ROLES_OF: Readonly<Record<Outline["of"], readonly Role[]>> = {
  columns: ROLES,
  arrays: ROLES.filter((role) => role !== "categories"),
};

/** A row for each field, and one for many that are alike. */
export function Fields({ outline, wish, onChange }: WishProps) {
  const t = useTexts(texts);
  const groups = useMemo(() => groupsOf(outline.fields), [outline.fields]);
  const said = useMemo(() => rolesSaid(wish), [wish]);
  const { of } = outline;
  return (
    <table className={classes.fields}>
      <thead>
        <tr>
          <th scope="col">{t.name[of]}</th>
          <th scope="col">{of === "columns" ? t.firstRows : t.shape}</th>
          <th scope="col">{t.role}</th>
          <th scope="col">{t.reason}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Group key={group.fields[0].name} {...{ group, said, outline, wish, onChange }} />
        ))}
        {outline.more > 0 && (
          <tr>
            <td colSpan={4}>{t.more({ count: outline.more })}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface GroupProps extends WishProps {
  group: FieldGroup;
  /** What is said of which column. */
  said: ReadonlyMap<string, Role>;
}

function Group({ group, ...rest }: GroupProps) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) return <Row group={group} {...rest} onExpand={() => setOpen(true)} />;
  return group.fields.map((field) => <Row key={field.name} group={{ fields: [field] }} {...rest} />);
}

function Row({ group, said, outline, wish, onChange, onExpand }: GroupProps & { onExpand?: () => void }) {
  const t = useTexts(texts);
  const translate = useTranslate();
  const { fields } = group;
  const [first] = fields;
  const name = useGroupName(group);
  const roles = new Set(fields.map((field) => said.get(field.name)));
  const role = (roles.size === 1 && said.get(first.name)) || null;
  return (
    <tr data-left={(role ?? first.role) === "ignore" || undefined}>
      <th scope="row">
        {name}
        {fields.length > 1 && (
          <span className={classes.count}>
            {t.columns({ count: fields.length })}{" "}
            <button type="button" className={classes.expand} onClick={onExpand}>
              {t.expand}
            </button>
          </span>
        )}
      </th>
      <td className={classes.cells}>
        {first.cells.map((cell, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cells of one column may be equal, and never move.
          <span key={row}>{cell === "" ? "\u2013" : cell}</span>
        ))}
      </td>
      <td>
        <RoleSelect
          name={name}
          found={first.role}
          role={role}
          of={outline.of}
          onChange={(chosen) =>
            onChange(
              withRole(
                wish,
                fields.map((field) => field.name),
                chosen,
              ),
            )
          }
        />
      </td>
      <td className={classes.reason}>{translate(first.reason)}</td>
    </tr>
  );
}

function useGroupName({ fields }: FieldGroup): string {
  const t = useTexts(texts);
  const named = (name: string) => name || t.nameless;
  const [first] = fields;
  const last = fields.at(-1)!;
  return fields.length === 1 ? named(first.name) : t.group({ first: named(first.name), last: named(last.name) });
}

interface RoleSelectProps {
  name: string;
  /** What it was taken for. */
  found: Role;
  /** What is said of it; null where that is guessed. */
  role: Role | null;
  of: Outline["of"];
  onChange: (role: Role | null) => void;
}

function RoleSelect({ name, found, role, of, onChange }: RoleSelectProps) {
  const t = useTexts(texts);
  const { roles } = useTexts(words);
  return (
    <NativeSelect
      size="xs"
      aria-label={t.roleOf({ name })}
      value={role ?? ""}
      onChange={({ currentTarget: { value } }) => onChange((value || null) as Role | null)}
      data={[
        { value: "", label: t.guessed({ role: roles[found] }) },
        ...ROLES_OF[of].map((value) => ({ value, label: roles[value] })),
      ]}
    />
  );
}
