"use client";

import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useText } from "#components/i18n/text-provider.tsx";
import { TextLink } from "#components/link/link.tsx";
import { useCan } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import classes from "./same-name.module.css";

const MOST = 3;
const PAUSE_MS = 300;

/** Who has this name already, before they are added once more with another address. */
export function SameName({ name }: { name: string }) {
  const t = useText();
  const trpc = useTRPC();
  const canRead = useCan("users.read");
  const [settled] = useDebouncedValue(name.trim(), PAUSE_MS);
  const { data } = useQuery(
    trpc.users.list.queryOptions(
      { filter: { all: [{ field: "name", operator: "is", value: settled }] }, limit: MOST },
      { enabled: canRead && settled !== "", retry: false },
    ),
  );
  const people = settled === "" ? [] : (data?.items ?? []);
  const more = (data?.total ?? 0) - people.length;
  return (
    <Text component="div" role="status" size="sm" c="dimmed" className={classes.note}>
      {people.length > 0 && (
        <>
          {t("Here by this name already:")}{" "}
          {people.map(({ id, email }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <TextLink href={`/users/${id}`} target="_blank">
                {email}
              </TextLink>
            </span>
          ))}
          {more > 0 && ` ${t("and {count} more", { count: more })}`}
        </>
      )}
    </Text>
  );
}
