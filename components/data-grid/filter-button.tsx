"use client";

import { Button, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFilter } from "@tabler/icons-react";
import { FilterPanel } from "#components/data-grid/filter-panel.tsx";
import type { AnyGrid } from "#components/data-grid/use-grid.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { countConditions } from "#server/platform/list/schema.ts";
import classes from "./data-grid.module.css";

export function FilterButton({ grid }: { grid: AnyGrid }) {
  const t = useText();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { filter } = grid.state;
  const count = filter ? countConditions(filter) : 0;
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => !opened && close()}
      position="bottom-start"
      width={620}
      trapFocus
      returnFocus
      shadow="md"
      classNames={{ dropdown: classes.filterPanel }}
    >
      <Popover.Target>
        <Button
          variant="default"
          data-shortcut="filter"
          leftSection={<IconFilter size={15} stroke={1.6} />}
          onClick={toggle}
        >
          {t("Filter")}
          {count > 0 && <span className={classes.count}>{count}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("Filter")}>
        <FilterPanel
          key={JSON.stringify(filter)}
          fields={grid.fields}
          filter={filter}
          onApply={(next) => {
            grid.filter(next as never);
            close();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
