import { notFound } from "next/navigation";
import { MailDetail } from "#components/mail/mail-detail.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { findOrNull } from "#components/trpc/refusal.ts";
import { createPageApi, requireViewer } from "#server/api/caller.ts";

interface MailPageProps {
  params: Promise<{ mailId: string }>;
}

export default async function OneMailPage({ params }: MailPageProps) {
  const { queryClient } = await requireViewer("mail.read");
  const { mailId } = await params;
  if (!(await findMail(mailId))) {
    notFound();
  }
  return (
    <Hydrated queryClient={queryClient} reads={[]}>
      <MailDetail mailId={mailId} />
    </Hydrated>
  );
}

async function findMail(mailId: string) {
  const { trpc, queryClient } = await createPageApi();
  return findOrNull(queryClient.fetchQuery(trpc.mail.get.queryOptions({ mailId })));
}
