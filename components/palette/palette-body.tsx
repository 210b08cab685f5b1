"use client";

import { Button, Modal, VisuallyHidden } from "@mantine/core";
import { Spotlight, useSpotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useId, useState } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import type { Entry, EntryGroup } from "#components/palette/entry.ts";
import { match } from "#components/palette/match.ts";
import { optionId, PaletteOptions } from "#components/palette/palette-options.tsx";
import { readRecent } from "#components/palette/recent.ts";
import { paletteStore } from "#components/palette/store.ts";
import { useEntries } from "#components/palette/use-entries.tsx";
import { useSelection } from "#components/palette/use-selection.ts";
import { useFoundUsers, useRecentUsers } from "#components/palette/use-user-entries.tsx";
import { useViewer } from "#components/shell/viewer.tsx";
import { readProblem } from "#components/trpc/problem.ts";
import classes from "./palette.module.css";

/** What is inside while the palette is open: a combobox and the list that it controls. */
export function PaletteBody({ onChoose }: { onChoose: (entry: Entry) => void }) {
  const t = useText();
  const { query } = useSpotlight(paletteStore);
  const listId = useId();
  const found = useFoundUsers(query);
  const groups = useGroups(query, found.entries);
  const entries = groups.flatMap((group) => group.entries);
  const { selected, onKeyDown } = useSelection({ query, entries, listId, onChoose });
  return (
    <>
      <Modal.Title className={classes.hidden}>{t("Go anywhere, do anything")}</Modal.Title>
      <Spotlight.Search
        role="combobox"
        aria-label={t("Search pages, actions and users")}
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={entries.length > 0 ? optionId(listId, selected) : undefined}
        placeholder={t("Search pages, actions and users")}
        maxLength={200}
        classNames={{ input: classes.input }}
        leftSection={<IconSearch size={18} stroke={1.7} />}
        onKeyDown={onKeyDown}
      />
      <PaletteOptions listId={listId} groups={groups} selected={selected} onChoose={onChoose} />
      <Words query={query} count={entries.length} found={found} />
      <div className={classes.footer} aria-hidden="true">
        <span>{t.rich("<key>↑</key> <key>↓</key> to move", { key: Key })}</span>
        <span>{t.rich("<key>↵</key> to choose", { key: Key })}</span>
        <span>{t.rich("<key>esc</key> to close", { key: Key })}</span>
      </div>
    </>
  );
}

const Key = (words: ReactNode) => <kbd>{words}</kbd>;

/** Before anything is typed, what was used lately stands apart on top. */
function useGroups(query: string, foundUsers: Entry[]): EntryGroup[] {
  const viewer = useViewer();
  const [recentIds] = useState(() => readRecent(viewer.userId));
  const entries = useEntries();
  const recentUsers = useRecentUsers(recentIds);
  if (query.trim() === "") {
    const known = new Map([...entries, ...recentUsers].map((entry) => [entry.id, entry]));
    const recent = recentIds.flatMap((id) => known.get(id) ?? []);
    const others = entries.filter(({ id }) => !recentIds.includes(id));
    const used: EntryGroup = { label: "Recently used", entries: recent };
    return [used, ...groupsOf(others)].filter(isFilled);
  }
  return groupsOf([...match(entries, query, recentIds), ...foundUsers]).filter(isFilled);
}

function groupsOf(entries: Entry[]): EntryGroup[] {
  return (["Go to", "Actions", "Users"] as const).map((label) => ({
    label,
    entries: entries.filter(({ group }) => group === label),
  }));
}

const isFilled = ({ entries }: EntryGroup) => entries.length > 0;

interface WordsProps {
  query: string;
  count: number;
  found: ReturnType<typeof useFoundUsers>;
}

/** What the list cannot say by itself: that it waits, that it is empty, that it failed. */
function Words({ query, count, found }: WordsProps) {
  const t = useText();
  if (found.error) {
    return (
      <div className={classes.words} role="alert">
        {t("Users could not be searched.")} {t.known(readProblem(found.error).message)}
        <Button size="compact-sm" variant="default" onClick={found.retry}>
          {t("Try again")}
        </Button>
      </div>
    );
  }
  if (found.isLooking) {
    return (
      <p className={classes.words} role="status">
        {t("Looking for users…")}
      </p>
    );
  }
  if (count === 0) {
    return (
      <p className={classes.words} role="status">
        {t("Nothing matches “{query}”.", { query: query.trim() })}
      </p>
    );
  }
  return (
    <VisuallyHidden role="status">
      {t("{count, plural, one {# result} other {# results}}", { count })}
    </VisuallyHidden>
  );
}
