import type { GetICUArgs } from "@schummar/icu-type-parser";
import { IntlMessageFormat } from "intl-messageformat";
import type { Locale } from "./catalog.ts";

/** The values that a text in ICU message syntax asks for, read from the text itself. */
export type MessageValues<M extends string> = GetICUArgs<
  M,
  { ICUArgument: string | number; ICUNumberArgument: number; ICUDateArgument: Date }
>;

/** The values as an argument that a text without any has none of. */
export type MessageArguments<M extends string> =
  Record<string, never> extends MessageValues<M> ? [] : [MessageValues<M>];

/**
 * Texts of one language, found by the English text; English itself needs no catalogue. What stands
 * before a bar tells two meanings of one text apart, and is not shown.
 */
export function createMessages(locale: Locale, catalogue?: Readonly<Record<string, string>>) {
  const formats = new Map<string, IntlMessageFormat>();

  const find = (message: string) => catalogue?.[message] ?? message.slice(message.indexOf("|") + 1);

  /** Parsed once. */
  function formatOf(message: string): IntlMessageFormat {
    const format = formats.get(message) ?? new IntlMessageFormat(find(message), locale);
    formats.set(message, format);
    return format;
  }

  const say = (message: string, values?: Record<string, never>) =>
    values === undefined ? find(message) : String(formatOf(message).format(values));

  return { find, formatOf, say };
}
