import { IconCompass } from "@tabler/icons-react";
import type { Metadata } from "next";
import { Message } from "#components/feedback/message.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { ButtonLink } from "#components/link/link.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t("Not found") };
}

export default async function NotFound() {
  const t = await getText();
  return (
    <main>
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
