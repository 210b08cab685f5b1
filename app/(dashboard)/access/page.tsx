import { ExplainAccess } from "#components/access/explain-access.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";
import { UserId } from "#server/domains/users/schema.ts";

type Search = Promise<{ user?: string | string[] }>;

/** `?user=<id>` asks about somebody. */
export default async function AccessPage({ searchParams }: { searchParams: Search }) {
  const t = await getText();
  const { trpc, queryClient } = await requireViewer("roles.read");
  const { data } = UserId.safeParse({ userId: (await searchParams).user });
  return (
    <Page
      title={t("Explain access")}
      description={t("Why somebody may or may not do something, and what would change it.")}
    >
      <Hydrated
        queryClient={queryClient}
        reads={[queryClient.prefetchQuery(trpc.roles.options.queryOptions())]}
      >
        <ExplainAccess userId={data?.userId ?? ""} />
      </Hydrated>
    </Page>
  );
}
