import { notFound } from "next/navigation";
import { ChangeEmailForm } from "#components/auth/change-email-form.tsx";
import { DeadLink } from "#components/auth/outcome.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { EmailChangeSide } from "#server/domains/auth/schema.ts";

interface ChangeEmailPageProps {
  params: Promise<{ side: string }>;
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function ChangeEmailPage({ params, searchParams }: ChangeEmailPageProps) {
  const t = await getText();
  const side = EmailChangeSide.safeParse((await params).side);
  if (!side.success) notFound();
  const { token } = await searchParams;
  if (typeof token !== "string") {
    return <DeadLink>{t("The link is incomplete. Open it once more from the mail.")}</DeadLink>;
  }
  return <ChangeEmailForm side={side.data} token={token} />;
}
