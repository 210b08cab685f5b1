import { toLine } from "../to-line.ts";
import { sayTime } from "../words/text.ts";
import { Action, Alternative, Facts, Message, Paragraph, useLetter } from "./letter.tsx";
import type { Template } from "./template.ts";
import { Until } from "./until.tsx";

export const welcome: Template<"welcome"> = {
  subject: (_, t) => t("Welcome to Binnacle"),
  Content({ name, url, accountUrl }) {
    const { t } = useLetter();
    const opening = t("Your account is ready. You sign in with this address.");
    return (
      <Message
        name={name}
        opening={opening}
        footnote={t("If you did not make this account, tell an administrator.")}
      >
        <Paragraph>
          {t(
            "On the account page you choose your language, your password and which mail you get, and see where you are signed in.",
          )}
        </Paragraph>
        <Action label={t("Open Binnacle")} url={url} />
        <Alternative label={t("Look at your account")} url={accountUrl} />
      </Message>
    );
  },
};

export const invitation: Template<"invitation"> = {
  subject: ({ inviter }, t) =>
    t("{inviter} invites you to Binnacle", { inviter: toLine(inviter, 100) }),
  Content({ name, inviter, url, expiresAt }) {
    const { t } = useLetter();
    const opening = t("{inviter} has made an account for you. Choose a password, and you are in.", {
      inviter: toLine(inviter, 100),
    });
    return (
      <Message
        name={name}
        opening={opening}
        footnote={t("If you did not expect this, ignore it: nothing happens without the link.")}
      >
        <Until time={expiresAt} />
        <Action label={t("Accept the invitation")} url={url} />
      </Message>
    );
  },
};

/** Without the name that was given: anybody may have typed anything there, for anybody to be sent. */
export const registration: Template<"registration"> = {
  subject: (_, t) => t("Finish your Binnacle account"),
  Content({ url, expiresAt }) {
    const { t } = useLetter();
    const opening = t(
      "Somebody, most likely you, asked for an account with this address. Choose a password, and it is yours.",
    );
    return (
      <Message
        opening={opening}
        footnote={t("If it was not you, ignore this: there is no account without the link.")}
      >
        <Until time={expiresAt} />
        <Action label={t("Finish your account")} url={url} />
      </Message>
    );
  },
};

export const accountExists: Template<"account-exists"> = {
  subject: (_, t) => t("You have a Binnacle account already"),
  Content({ name, isInvited, signInUrl, resetUrl }) {
    const { t } = useLetter();
    const opening = t("Somebody, most likely you, asked for an account with this address.");
    const advice = isInvited
      ? t(
          "One waits for you: open the link in your invitation, or ask an administrator for a new one.",
        )
      : t("It has one already, so you can simply sign in.");
    return (
      <Message
        name={name}
        opening={opening}
        footnote={t("If it was not you, ignore this: nothing has changed.")}
      >
        <Paragraph>{advice}</Paragraph>
        {isInvited ? null : (
          <>
            <Action label={t("Sign in")} url={signInUrl} />
            <Alternative label={t("Choose a new password")} url={resetUrl} />
          </>
        )}
      </Message>
    );
  },
};

export const accountDeleted: Template<"account-deleted"> = {
  subject: (_, t) => t("Your Binnacle account was deleted"),
  Content({ name, at, address }) {
    const { t, locale } = useLetter();
    const opening = t(
      "Your account is gone for good, with its password, its sessions and the links mailed to you. The audit log keeps what you did.",
    );
    return (
      <Message
        name={name}
        opening={opening}
        footnote={t(
          "If it was not you, tell an administrator at once: somebody knows your password. Change it wherever else you use it.",
        )}
      >
        <Facts
          facts={[
            [t("When"), sayTime(locale, at)],
            [t("From"), toLine(address)],
          ]}
        />
      </Message>
    );
  },
};
