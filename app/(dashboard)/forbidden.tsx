import { IconLock } from "@tabler/icons-react";
import { Message } from "#components/feedback/message.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { ButtonLink } from "#components/link/link.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";

export default async function Forbidden() {
  const t = await getText();
  return (
    <>
      <PageTitle>{t("Not allowed")}</PageTitle>
      <Message
        isPage
        icon={<IconLock size={22} stroke={1.6} />}
        title={t("Your role does not open this page")}
        actions={
          <ButtonLink href="/account" variant="default">
            {t("See your account")}
          </ButtonLink>
        }
      >
        {t("Ask an owner or admin of this Binnacle if you need it.")}
      </Message>
    </>
  );
}
