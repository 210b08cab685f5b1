import { toLine } from "../to-line.ts";
import { type MailText, sayTime } from "../words/text.ts";
import type { Device } from "./content.ts";
import { Action, Facts, Message, Paragraph, useLetter } from "./letter.tsx";
import type { Template } from "./template.ts";
import { Until } from "./until.tsx";

export const passwordReset: Template<"password-reset"> = {
  subject: (_, t) => t("Choose a new password"),
  Content({ name, url, expiresAt }) {
    const { t } = useLetter();
    const opening = t("Somebody, most likely you, asked for a new password for your account.");
    return (
      <Message
        name={name}
        opening={opening}
        footnote={t("If it was not you, ignore this: your password stays as it is.")}
      >
        <Until time={expiresAt} />
        <Paragraph>{t("Saving the new password ends all your sessions.")}</Paragraph>
        <Action label={t("Choose a new password")} url={url} />
      </Message>
    );
  },
};

export const passwordChanged: Template<"password-changed"> = {
  subject: (_, t) => t("Your password was changed"),
  Content({ name, at, address, resetUrl }) {
    const { t, locale } = useLetter();
    const opening = t(
      "The password of your account was changed, and your other sessions have ended.",
    );
    return (
      <Message name={name} opening={opening} footnote={t("If it was you, there is nothing to do.")}>
        <Facts
          facts={[
            [t("When"), sayTime(locale, at)],
            [t("From"), toLine(address)],
          ]}
        />
        <Action label={t("It was not me")} url={resetUrl} />
      </Message>
    );
  },
};

function sayDevice(t: MailText, { program, os }: Device): string {
  if (program === null) return t("Unknown device");
  const named = toLine(program, 100);
  return os === null ? named : t("{program} on {os}", { program: named, os: toLine(os, 100) });
}

export const newSignIn: Template<"new-sign-in"> = {
  subject: (_, t) => t("New sign-in to your account"),
  Content({ name, device, address, at, accountUrl }) {
    const { t, locale } = useLetter();
    const opening = t("Your account was used on a device that we have not seen before.");
    return (
      <Message
        name={name}
        opening={opening}
        footnote={t("If it was not you, end that session and change your password.")}
      >
        <Facts
          facts={[
            [t("Device"), sayDevice(t, device)],
            [t("From"), toLine(address)],
            [t("When"), sayTime(locale, at)],
          ]}
        />
        <Action label={t("Look at your sessions")} url={accountUrl} />
      </Message>
    );
  },
};
