import { IconCompass } from "@tabler/icons-react";
import type { Metadata } from "next";
import { Message } from "#components/feedback/message.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { ButtonLink } from "#components/link/link.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  const t = useText();
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
