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
import classes from "./column-menu.module.css";

const DENSITY_OPTIONS = DENSITIES.map((value) => ({
  value,
  label: value.charAt(0).toUpperCase() + value.slice(1),
}));

/** Which columns are shown, in which order, which stay put, and how tall the rows are. */
export function ColumnMenu({ grid }: { grid: AnyGrid }) {
  const { shown } = grid.layout;
  const hidden = grid.columns.map(({ key }) => key).filter((key) => !shown.includes(key));
  return (
    <Popover position="bottom-end" width={300} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={15} stroke={1.6} />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <ul className={classes.list}>
          {[...shown, ...hidden].map((key) => (
            <ColumnEntry key={key} grid={grid} name={key} />
          ))}
        </ul>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label="Density"
          data={DENSITY_OPTIONS}
          value={grid.state.density}
          onChange={(density) => grid.setLayout({ density: density as GridState["density"] })}
        />
        <Button variant="subtle" color="gray" size="xs" fullWidth mt={8} onClick={grid.resetLayout}>
          Reset to default
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function ColumnEntry({ grid, name }: { grid: AnyGrid; name: string }) {
  const { shown, pinned } = grid.layout;
  const label = grid.columns.find(({ key }) => key === name)?.header ?? name;
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
            aria-label={`Move ${label} up`}
            disabled={position === 0}
            onClick={() => move(-1)}
          >
            <IconArrowUp size={14} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            aria-label={`Move ${label} down`}
            disabled={position === shown.length - 1}
            onClick={() => move(1)}
          >
            <IconArrowDown size={14} />
          </ActionIcon>
          <ActionIcon size="sm" aria-label={`Pin ${label}`} aria-pressed={isPinned} onClick={pin}>
            {isPinned ? <IconPinFilled size={14} /> : <IconPin size={14} />}
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
