import { z } from "zod";
import { ListPage } from "../schema.ts";

/** Some fields of an item, each once; what an item does not have cannot be asked for. */
export function FieldsOf<Shape extends z.ZodRawShape>(item: z.ZodObject<Shape, z.core.$strict>) {
  const names = Object.keys(item.shape) as [keyof Shape & string, ...(keyof Shape & string)[]];
  return z
    .array(z.enum(names))
    .min(1, "Ask for at least one field")
    .max(names.length)
    .refine((fields) => new Set(fields).size === fields.length, "Ask for each field once");
}

/** What a list answers that was asked for some fields: these, and always the id. */
export function PartialListPage<Shape extends { id: z.ZodType }>(
  item: z.ZodObject<Shape, z.core.$strict>,
) {
  return ListPage(item.partial().extend({ id: item.shape.id }));
}
