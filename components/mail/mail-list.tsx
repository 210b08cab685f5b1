"use client";

import { IconMail } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { Message } from "#components/feedback/message.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { DataTable } from "#components/list/data-table.tsx";
import { Pager } from "#components/list/pager.tsx";
import { mailListSearch } from "#components/mail/list-search.ts";
import { mailColumns } from "#components/mail/mail-columns.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Mail } from "#server/domains/mail/schema.ts";
import classes from "./mail-list.module.css";

/** What the outbox has sent, the newest first. */
export function MailList() {
  const trpc = useTRPC();
  const [{ cursor }, setSearch] = useQueryStates(mailListSearch);
  const query = useQuery(trpc.mail.list.queryOptions({ cursor: cursor ?? undefined }));
  return (
    <div className={classes.frame}>
      <QueryView query={query} skeleton={<SkeletonRows count={10} />}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? <NoMail /> : <MailTable items={items} />}
            {(cursor || nextCursor) && (
              <Pager
                of="mail"
                summary={cursor ? "Earlier mail" : "Newest mail"}
                previousLabel="Newest"
                onPrevious={cursor ? () => void setSearch({ cursor: null }) : null}
                onNext={nextCursor ? () => void setSearch({ cursor: nextCursor }) : null}
              />
            )}
          </>
        )}
      </QueryView>
    </div>
  );
}

function MailTable({ items }: { items: Mail[] }) {
  return (
    <DataTable
      label="Outgoing mail"
      columns={mailColumns}
      rows={items}
      rowKey={(mail) => mail.id}
    />
  );
}

function NoMail() {
  return (
    <Message icon={<IconMail size={20} />} title="No mail yet">
      Invitations and password links appear here as they are sent.
    </Message>
  );
}
