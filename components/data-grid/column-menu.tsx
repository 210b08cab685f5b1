"use client";

import { ActionIcon, Button, Checkbox, Popover, SegmentedControl } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowUp,
  IconColumns3,
  IconPin,
  IconPinFilled,
} from "@tabler/icons-react";
import { DENSITIES, type GridState } from "#components/data-grid/grid-search.ts";
import type { AnyGrid } from "#components/data-grid/use-grid.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import classes from "./column-menu.module.css";

const DENSITY_LABELS = { comfortable: "Comfortable", compact: "Compact" } as const;

/** Which columns are shown, in which order, which stay put, and how tall the rows are. */
export function ColumnMenu({ grid }: { grid: AnyGrid }) {
  const t = useText();
  const { shown } = grid.layout;
  const hidden = grid.columns.map(({ key }) => key).filter((key) => !shown.includes(key));
  return (
    <Popover position="bottom-end" width={300} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={15} stroke={1.6} />}>
          {t("Columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("Columns")}>
        <ul className={classes.list}>
          {[...shown, ...hidden].map((key) => (
            <ColumnEntry key={key} grid={grid} name={key} />
          ))}
        </ul>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t("Density")}
          data={DENSITIES.map((value) => ({ value, label: t(DENSITY_LABELS[value]) }))}
          value={grid.state.density}
          onChange={(density) => grid.setLayout({ density: density as GridState["density"] })}
        />
        <Button variant="subtle" color="gray" size="xs" fullWidth mt={8} onClick={grid.resetLayout}>
          {t("Reset to default")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function ColumnEntry({ grid, name }: { grid: AnyGrid; name: string }) {
  const t = useText();
  const { shown, pinned } = grid.layout;
  const label = t.known(grid.columns.find(({ key }) => key === name)?.header ?? name);
  const position = shown.indexOf(name);
  const isShown = position >= 0;
  const isPinned = pinned.includes(name);

  function show(isOn: boolean) {
    const columns = isOn ? [...shown, name] : shown.filter((key) => key !== name);
    if (columns.length > 0) grid.setLayout({ columns });
  }

  function move(by: number) {
    const columns = shown.toSpliced(position, 1).toSpliced(position + by, 0, name);
    grid.setLayout({ columns });
  }

  const pin = () =>
    grid.setLayout({ pinned: isPinned ? pinned.filter((key) => key !== name) : [...pinned, name] });

  return (
    <li className={classes.entry}>
      <Checkbox
        label={label}
        checked={isShown}
        onChange={({ currentTarget }) => show(currentTarget.checked)}
      />
      {isShown && (
        <span className={classes.tools}>
          <ActionIcon
            size="sm"
            aria-label={t("Move {column} up", { column: label })}
            disabled={position === 0}
            onClick={() => move(-1)}
          >
            <IconArrowUp size={14} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            aria-label={t("Move {column} down", { column: label })}
            disabled={position === shown.length - 1}
            onClick={() => move(1)}
          >
            <IconArrowDown size={14} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            aria-label={t("Pin {column}", { column: label })}
            aria-pressed={isPinned}
            onClick={pin}
          >
            {isPinned ? <IconPinFilled size={14} /> : <IconPin size={14} />}
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
