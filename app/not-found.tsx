import { IconCompass } from "@tabler/icons-react";
import { Message } from "#components/feedback/message.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { ButtonLink } from "#components/link/link.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";

export default async function NotFound() {
  const t = await getText();
  return (
    <main>
      <PageTitle>{t("Not found")}</PageTitle>
      <Message
        isPage
        icon={<IconCompass size={22} stroke={1.6} />}
        title={t("There is nothing here")}
        actions={
          <ButtonLink href="/" variant="default">
            {t("Go to the overview")}
          </ButtonLink>
        }
      >
        {t("The address may be mistyped, or what it named is gone.")}
      </Message>
    </main>
  );
}
