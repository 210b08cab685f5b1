import { toLine } from "../to-line.ts";
import { sayTime } from "../words/text.ts";
import { Action, Facts, Message, useLetter } from "./letter.tsx";
import type { Template } from "./template.ts";
import { Until } from "./until.tsx";

export const emailVerification: Template<"email-verification"> = {
  subject: (_, t) => t("Confirm your e-mail address"),
  Content({ name, url, expiresAt }) {
    const { t } = useLetter();
    const opening = t("Please confirm that this address is yours.");
    return (
      <Message
        name={name}
        opening={opening}
        footnote={t("If you have no account with us, ignore this.")}
      >
        <Until time={expiresAt} />
        <Action label={t("Confirm this address")} url={url} />
      </Message>
    );
  },
};

export const emailChangeCurrent: Template<"email-change-current"> = {
  subject: (_, t) => t("Confirm the change of your e-mail address"),
  Content({ name, newEmail, url, expiresAt }) {
    const { t } = useLetter();
    const opening = t(
      "Somebody, most likely you, asked to change the e-mail address of your account. It changes when both addresses have confirmed it.",
    );
    return (
      <Message
        name={name}
        opening={opening}
        footnote={t("If it was not you, do not confirm it, and change your password.")}
      >
        <Until time={expiresAt} />
        <Facts facts={[[t("New address"), toLine(newEmail)]]} />
        <Action label={t("Confirm the change")} url={url} />
      </Message>
    );
  },
};

export const emailChangeNew: Template<"email-change-new"> = {
  subject: (_, t) => t("Confirm your new e-mail address"),
  Content({ url, expiresAt }) {
    const { t } = useLetter();
    const opening = t(
      "Please confirm that your account is to use this address. We have written to the address before it too: both have to confirm.",
    );
    return (
      <Message opening={opening} footnote={t("If you have no account with us, ignore this.")}>
        <Until time={expiresAt} />
        <Action label={t("Confirm this address")} url={url} />
      </Message>
    );
  },
};

export const emailChanged: Template<"email-changed"> = {
  subject: (_, t) => t("Your e-mail address was changed"),
  Content({ name, newEmail, at }) {
    const { t, locale } = useLetter();
    const opening = t("Your account has another e-mail address now. This one is no longer used.");
    return (
      <Message
        name={name}
        opening={opening}
        footnote={t("If it was not you, tell an administrator at once.")}
      >
        <Facts
          facts={[
            [t("New address"), toLine(newEmail)],
            [t("When"), sayTime(locale, at)],
          ]}
        />
      </Message>
    );
  },
};
