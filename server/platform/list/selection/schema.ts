import { z } from "zod";
import { OptionalText } from "#server/platform/text/schema.ts";
import { FilterOf, type ListFields } from "../schema.ts";

/** As many rows are changed in one go; more are a job's work. */
export const MAX_SELECTED = 1_000;

/** Rows to act on: by their ids, or all that a search and filter match but some. */
export function SelectionOf<const Fields extends ListFields>(fields: Fields) {
  const ids = z.array(z.uuid()).max(MAX_SELECTED);
  return z
    .strictObject({
      ids: ids.optional(),
      matching: z
        .strictObject({ search: OptionalText(200), filter: FilterOf(fields).optional() })
        .optional(),
      /** Left out of what matches. */
      except: ids.optional(),
    })
    .refine((selection) => (selection.ids === undefined) !== (selection.matching === undefined), {
      message: "Give either ids or what they match",
    });
}
