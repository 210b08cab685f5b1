import type { MailTemplate } from "./catalog.ts";
import { toLine } from "./html.ts";
import type { Letter } from "./layout.ts";

/** What each kind of mail needs to know. `url` and dates are ours; names and devices are anybody's words. */
export interface MailContent extends Record<MailTemplate, object> {
  invitation: { name: string; inviter: string; url: string; expiresAt: Date };
  registration: { url: string; expiresAt: Date };
  "account-exists": { name: string; isInvited: boolean; signInUrl: string; resetUrl: string };
  "email-verification": { name: string; url: string; expiresAt: Date };
  "email-change-current": { name: string; newEmail: string; url: string; expiresAt: Date };
  "email-change-new": { name: string; url: string; expiresAt: Date };
  "email-changed": { name: string; newEmail: string; at: Date };
  "password-reset": { name: string; url: string; expiresAt: Date };
  "password-changed": { name: string; at: Date; address: string; resetUrl: string };
  "account-deleted": { name: string; at: Date; address: string };
  "new-sign-in": { name: string; at: Date; device: string; address: string; accountUrl: string };
}

export type Mailing = {
  [Name in MailTemplate]: { template: Name; to: string } & MailContent[Name];
}[MailTemplate];

/** The words of a mail. */
export function composeLetter(mailing: Mailing): Letter {
  switch (mailing.template) {
    case "invitation":
      return invitation(mailing);
    case "registration":
      return registration(mailing);
    case "account-exists":
      return accountExists(mailing);
    case "email-verification":
      return emailVerification(mailing);
    case "email-change-current":
      return emailChangeCurrent(mailing);
    case "email-change-new":
      return emailChangeNew(mailing);
    case "email-changed":
      return emailChanged(mailing);
    case "password-reset":
      return passwordReset(mailing);
    case "password-changed":
      return passwordChanged(mailing);
    case "account-deleted":
      return accountDeleted(mailing);
    case "new-sign-in":
      return newSignIn(mailing);
  }
}

function invitation({ name, inviter, url, expiresAt }: MailContent["invitation"]): Letter {
  const from = toLine(inviter, 100);
  return {
    subject: `${from} invites you to Binnacle`,
    greeting: greet(name),
    paragraphs: [
      `${from} has made an account for you. Choose a password, and you are in.`,
      `The link works once, until ${formatTime(expiresAt)}.`,
    ],
    action: { label: "Accept the invitation", url },
    footnote: "If you did not expect this, ignore it: nothing happens without the link.",
  };
}

/** Without the name that was given: anybody may have typed anything there, for anybody to be sent. */
function registration({ url, expiresAt }: MailContent["registration"]): Letter {
  return {
    subject: "Finish your Binnacle account",
    greeting: "Hello,",
    paragraphs: [
      "Somebody, most likely you, asked for an account with this address. Choose a password, and it is yours.",
      `The link works once, until ${formatTime(expiresAt)}.`,
    ],
    action: { label: "Finish your account", url },
    footnote: "If it was not you, ignore this: there is no account without the link.",
  };
}

function accountExists(content: MailContent["account-exists"]): Letter {
  const { name, isInvited, signInUrl, resetUrl } = content;
  const letter = {
    subject: "You have a Binnacle account already",
    greeting: greet(name),
    footnote: "If it was not you, ignore this: nothing has changed.",
  };
  const opening = "Somebody, most likely you, asked for an account with this address.";
  if (isInvited) {
    const advice =
      "One waits for you: open the link in your invitation, or ask an administrator for a new one.";
    return { ...letter, paragraphs: [`${opening} ${advice}`] };
  }
  return {
    ...letter,
    paragraphs: [`${opening} It has one already, so you can simply sign in.`],
    action: { label: "Sign in", url: signInUrl },
    alternative: { label: "Choose a new password", url: resetUrl },
  };
}

function emailVerification({ name, url, expiresAt }: MailContent["email-verification"]): Letter {
  return {
    subject: "Confirm your e-mail address",
    greeting: greet(name),
    paragraphs: [
      "Please confirm that this address is yours.",
      `The link works once, until ${formatTime(expiresAt)}.`,
    ],
    action: { label: "Confirm this address", url },
    footnote: "If you have no account with us, ignore this.",
  };
}

function emailChangeCurrent(content: MailContent["email-change-current"]): Letter {
  return {
    subject: "Confirm the change of your e-mail address",
    greeting: greet(content.name),
    paragraphs: [
      "Somebody, most likely you, asked to change the e-mail address of your account. It changes when both addresses have confirmed it.",
      `The link works once, until ${formatTime(content.expiresAt)}.`,
    ],
    facts: [["New address", toLine(content.newEmail)]],
    action: { label: "Confirm the change", url: content.url },
    footnote: "If it was not you, do not confirm it, and change your password.",
  };
}

function emailChangeNew({ name, url, expiresAt }: MailContent["email-change-new"]): Letter {
  return {
    subject: "Confirm your new e-mail address",
    greeting: greet(name),
    paragraphs: [
      "Please confirm that your account is to use this address. We have written to the address before it too: both have to confirm.",
      `The link works once, until ${formatTime(expiresAt)}.`,
    ],
    action: { label: "Confirm this address", url },
    footnote: "If you have no account with us, ignore this.",
  };
}

function emailChanged({ name, newEmail, at }: MailContent["email-changed"]): Letter {
  return {
    subject: "Your e-mail address was changed",
    greeting: greet(name),
    paragraphs: ["Your account has another e-mail address now. This one is no longer used."],
    facts: [
      ["New address", toLine(newEmail)],
      ["When", formatTime(at)],
    ],
    footnote: "If it was not you, tell an administrator at once.",
  };
}

function passwordReset({ name, url, expiresAt }: MailContent["password-reset"]): Letter {
  return {
    subject: "Choose a new password",
    greeting: greet(name),
    paragraphs: [
      "Somebody, most likely you, asked for a new password for your account.",
      `The link works once, until ${formatTime(expiresAt)}. Saving the new password ends all your sessions.`,
    ],
    action: { label: "Choose a new password", url },
    footnote: "If it was not you, ignore this: your password stays as it is.",
  };
}

function passwordChanged(content: MailContent["password-changed"]): Letter {
  return {
    subject: "Your password was changed",
    greeting: greet(content.name),
    paragraphs: ["The password of your account was changed, and your other sessions have ended."],
    facts: [
      ["When", formatTime(content.at)],
      ["From", toLine(content.address)],
    ],
    action: { label: "It was not me", url: content.resetUrl },
    footnote: "If it was you, there is nothing to do.",
  };
}

function accountDeleted({ name, at, address }: MailContent["account-deleted"]): Letter {
  return {
    subject: "Your Binnacle account was deleted",
    greeting: greet(name),
    paragraphs: [
      "Your account is gone for good, with its password, its sessions and the links mailed to you. The audit log keeps what you did.",
    ],
    facts: [
      ["When", formatTime(at)],
      ["From", toLine(address)],
    ],
    footnote:
      "If it was not you, tell an administrator at once: somebody knows your password. Change it wherever else you use it.",
  };
}

function newSignIn(content: MailContent["new-sign-in"]): Letter {
  return {
    subject: "New sign-in to your account",
    greeting: greet(content.name),
    paragraphs: ["Your account was used on a device that we have not seen before."],
    facts: [
      ["Device", toLine(content.device)],
      ["From", toLine(content.address)],
      ["When", formatTime(content.at)],
    ],
    action: { label: "Look at your sessions", url: content.accountUrl },
    footnote: "If it was not you, end that session and change your password.",
  };
}

function greet(name: string): string {
  return `Hello ${toLine(name, 100)},`;
}

const TIME = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "UTC",
});

function formatTime(at: Date): string {
  return `${TIME.format(at)} UTC`;
}
