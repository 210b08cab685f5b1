/** The secret of a link, in text and in HTML. */
const TOKEN = /([?&](?:amp;)?token=)[\w-]+/g;

/** The mail without what its links let somebody do: `https://…/invitation?token=…`. */
export const hideTokens = (text: string): string => text.replaceAll(TOKEN, "$1…");

/** Whether it has one-time links, and they work no more. */
export const hasExpired = (mail: { linksExpireAt: Date | null }, now: Date): boolean =>
  mail.linksExpireAt !== null && mail.linksExpireAt <= now;
