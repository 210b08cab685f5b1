import { Children, type ReactNode } from "react";
import { createRecognizer, readValue } from "#components/i18n/sentences.ts";
import type { Locale } from "#server/platform/locale/catalog.ts";
import {
  createMessages,
  type MessageArguments,
  type MessageValues,
} from "#server/platform/locale/message.ts";
import type { de } from "./de/index.ts";

/**
 * What the dashboard says: the English text itself is the key, in ICU message syntax
 * ("{count, plural, one {# user} other {# users}}"). A text with two meanings is told apart by what
 * stands before a bar: "verb|Open". A key that the German catalogue lacks does not compile, and
 * every other catalogue has the keys of the German one.
 */
export type Message = keyof typeof de;
/** A text without values. */
export type PlainMessage = {
  [M in Message]: MessageArguments<M> extends [] ? M : never;
}[Message];
export type Catalogue = Record<Message, string>;

type TagsOf<M extends string> = M extends `${string}</${infer Tag}>${infer Rest}`
  ? Tag | TagsOf<Rest>
  : never;
type RichValues<M extends string> = {
  [Name in keyof MessageValues<M>]: MessageValues<M>[Name] | ReactNode;
} & { [Tag in TagsOf<M>]: (parts: ReactNode) => ReactNode };

export interface Text {
  <M extends Message>(message: M, ...values: MessageArguments<M>): string;
  /** With elements for values, and for tags: "Type <b>{address}</b>". */
  rich<M extends Message>(message: M, values: RichValues<M>): ReactNode;
  /**
   * What comes in English from elsewhere (the server, a schema), as far as the catalogue has it:
   * as it stands, or with values under "said|{name} is locked out".
   */
  known(text: string): string;
  locale: Locale;
}

/** Texts of one language; English needs no catalogue. */
export function createText(locale: Locale, catalogue?: Catalogue): Text {
  const { find, formatOf, say } = createMessages(locale, catalogue);
  const recognize = createRecognizer(Object.keys(catalogue ?? {}));

  function known(said: string): string {
    if (!catalogue) return said;
    if (Object.hasOwn(catalogue, said)) return find(said);
    const sentence = recognize(said);
    if (!sentence) return said;
    const values = Object.entries(sentence.values).map(([name, value]) => [
      name,
      readValue(name, value, known),
    ]);
    return String(formatOf(sentence.message).format(Object.fromEntries(values)));
  }

  return Object.assign(say as Text, {
    rich: (message: string, values: Record<string, never>) =>
      Children.toArray(formatOf(message).format<ReactNode>(values)),
    known,
    locale,
  });
}
