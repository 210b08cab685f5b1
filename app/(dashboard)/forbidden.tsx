import { IconLock } from "@tabler/icons-react";
import { Message } from "#components/feedback/message.tsx";
import { ButtonLink } from "#components/link/link.tsx";

export default function Forbidden() {
  return (
    <>
      <title>Not allowed · Binnacle</title>
      <Message
        isPage
        icon={<IconLock size={22} stroke={1.6} />}
        title="Your role does not open this page"
        actions={
          <ButtonLink href="/account" variant="default">
            See your account
          </ButtonLink>
        }
      >
        Ask an owner or admin of this Binnacle if you need it.
      </Message>
    </>
  );
}
