import { EntranceHeading } from "#components/auth/entrance.tsx";
import { InvitationForm } from "#components/auth/invitation-form.tsx";
import { DeadLink } from "#components/auth/outcome.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { findOrNull } from "#components/trpc/refusal.ts";
import { createPageApi } from "#server/api/caller.ts";

interface InvitationPageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function InvitationPage({ searchParams }: InvitationPageProps) {
  const t = await getText();
  const { caller } = await createPageApi();
  const { token } = await searchParams;
  const link = typeof token === "string" ? token : "";
  const invitation = await findOrNull(caller.auth.invitation({ token: link }));
  if (!invitation) {
    return (
      <DeadLink>
        {t(
          "The invitation was used, replaced by a newer one, or has expired. Ask for another one.",
        )}
      </DeadLink>
    );
  }
  return (
    <>
      <EntranceHeading title={t("Welcome, {name}", { name: invitation.name })}>
        {t("Choose a password to accept your invitation.")}
      </EntranceHeading>
      <InvitationForm token={link} invitation={invitation} />
    </>
  );
}
