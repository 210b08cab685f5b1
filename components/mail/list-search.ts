import { createLoader, parseAsString } from "nuqs/server";

/** The state of the outbox as it stands in the address bar. */
export const mailListSearch = { cursor: parseAsString.withOptions({ history: "push" }) };

export const loadMailSearch = createLoader(mailListSearch);
