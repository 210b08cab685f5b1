import { IconCompass } from "@tabler/icons-react";
import { Message } from "#components/feedback/message.tsx";
import { ButtonLink } from "#components/link/link.tsx";

export default function NotFound() {
  return (
    <>
      <title>Not found · Binnacle</title>
      <Message
        isPage
        icon={<IconCompass size={22} stroke={1.6} />}
        title="There is nothing here"
        actions={
          <ButtonLink href="/" variant="default">
            Go to the overview
          </ButtonLink>
        }
      >
        It may have been removed, or the link is wrong.
      </Message>
    </>
  );
}
