"use client";

import { Button } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { Message } from "#components/feedback/message.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";

interface PageFailureProps {
  error: Error & { digest?: string };
}

export function PageFailure({ error }: PageFailureProps) {
  const t = useText();
  return (
    <div role="alert">
      <PageTitle>{t("This page could not be shown")}</PageTitle>
      <Message
        isPage
        icon={<IconCloudOff size={22} stroke={1.6} />}
        title={t("This page could not be shown")}
        actions={
          <Button variant="default" onClick={() => window.location.reload()}>
            {t("Try again")}
          </Button>
        }
      >
        {t("Something went wrong on our side.")}
        {error.digest && (
          <div>{t("Its number in the log: {digest}", { digest: error.digest })}</div>
        )}
      </Message>
    </div>
  );
}
