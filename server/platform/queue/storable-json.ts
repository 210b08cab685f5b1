import { toStorable } from "../error-reports/storable.ts";

/**
 * What a handler returns, as `jsonb` can hold it.
 * @throws TypeError for what is no JSON, such as an object within itself
 */
export function toStorableJson(value: unknown): unknown {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === "string" ? toStorable(part, part.length) : part,
  );
  return text === undefined ? undefined : JSON.parse(text);
}
