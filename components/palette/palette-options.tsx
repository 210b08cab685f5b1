"use client";

import type { MouseEvent } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import type { Entry, EntryGroup } from "#components/palette/entry.ts";
import classes from "./palette.module.css";

interface PaletteOptionsProps {
  listId: string;
  groups: EntryGroup[];
  /** Counted over all groups. */
  selected: number;
  onChoose: (entry: Entry) => void;
}

export const optionId = (listId: string, place: number) => `${listId}-${place}`;

/** The focus stays in the field above; `aria-activedescendant` there names the selected line. */
export function PaletteOptions({ listId, groups, selected, onChoose }: PaletteOptionsProps) {
  const t = useText();
  let index = 0;
  return (
    <div role="listbox" id={listId} aria-label={t("Results")} className={classes.list}>
      {groups.map(({ label, entries }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset.
        <div key={label} role="group" aria-label={t(label)} className={classes.group}>
          <div className={classes.groupLabel} aria-hidden="true">
            {t(label)}
          </div>
          {entries.map((entry) => {
            const place = index++;
            return (
              <Option
                key={entry.id}
                id={optionId(listId, place)}
                entry={entry}
                isSelected={place === selected}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  id: string;
  entry: Entry;
  isSelected: boolean;
  onChoose: (entry: Entry) => void;
}

function Option({ id, entry, isSelected, onChoose }: OptionProps) {
  const { label, description, icon, state } = entry;
  return (
    <button
      type="button"
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={isSelected}
      className={classes.option}
      onMouseDown={keepFocus}
      onClick={() => onChoose(entry)}
    >
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={classes.text}>
        <span className={classes.label}>{label}</span>
        {description && <span className={classes.description}>{description}</span>}
      </span>
      {state}
    </button>
  );
}

/** The focus stays in the field that the list belongs to. */
function keepFocus(event: MouseEvent) {
  event.preventDefault();
}
