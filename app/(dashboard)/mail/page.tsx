import type { Metadata } from "next";
import { loadMailSearch } from "#components/mail/list-search.ts";
import { MailList } from "#components/mail/mail-list.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export const metadata: Metadata = { title: "Mail" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function MailPage({ searchParams }: { searchParams: Search }) {
  const { trpc, queryClient } = await requireViewer("mail.read");
  const { cursor } = await loadMailSearch(searchParams);
  const list = trpc.mail.list.queryOptions({ cursor: cursor ?? undefined });
  return (
    <Page title="Mail" description="Everything that Binnacle has sent, links included.">
      <Hydrated queryClient={queryClient} reads={[queryClient.prefetchQuery(list)]}>
        <MailList />
      </Hydrated>
    </Page>
  );
}
