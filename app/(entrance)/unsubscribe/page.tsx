import { DeadLink } from "#components/auth/outcome.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { SubscriptionForm } from "#components/mail/preferences/subscription-form.tsx";
import { findOrNull } from "#components/trpc/refusal.ts";
import { createPageApi } from "#server/api/caller.ts";

interface UnsubscribePageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function UnsubscribePage({ searchParams }: UnsubscribePageProps) {
  const t = await getText();
  const { token } = await searchParams;
  if (typeof token !== "string" || token === "") {
    return <DeadLink>{t("The link is incomplete. Open it once more from the mail.")}</DeadLink>;
  }
  const { caller } = await createPageApi();
  const subscription = await findOrNull(caller.mail.subscription({ token }));
  if (!subscription) {
    return <DeadLink>{t("The mail that it came with is too old.")}</DeadLink>;
  }
  return <SubscriptionForm token={token} subscription={subscription} />;
}
