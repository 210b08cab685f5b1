import { sql } from "drizzle-orm";
import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { instant } from "#db/instant.ts";
import type { Services } from "#server/platform/context.ts";
import { defineList } from "../definition.ts";
import { type Filter, ListInput, type ListPage, type Sort } from "../schema.ts";
import { isLike, searchIn } from "../text-search.ts";

/** A table with a column of every type of field, with and without values that may be missing. */
export const samples = pgTable("list_samples", {
  id: uuid().primaryKey(),
  title: text().notNull(),
  note: text(),
  kind: text().notNull(),
  mood: text(),
  tags: text().array().notNull(),
  size: integer().notNull(),
  score: integer(),
  madeAt: instant().notNull(),
  seenAt: instant(),
  ownerId: uuid().notNull(),
});
export type Sample = typeof samples.$inferSelect;

export const KINDS = ["book", "film", "song"] as const;
export const TAGS = ["red", "green", "blue", "old"] as const;

export const SAMPLE_FIELDS = {
  title: { label: "Title", type: "text", isSortable: true },
  note: { label: "Note", type: "text", isSortable: true, isOptional: true },
  kind: { label: "Kind", type: "choice", options: KINDS, isSortable: true },
  mood: { label: "Mood", type: "choice", options: KINDS, isOptional: true },
  tags: { label: "Tags", type: "choices", options: TAGS },
  size: { label: "Size", type: "number", isSortable: true },
  score: { label: "Score", type: "number", isSortable: true, isOptional: true },
  madeAt: { label: "Made", type: "instant", isSortable: true },
  seenAt: { label: "Seen", type: "instant", isSortable: true, isOptional: true },
  ownerId: { label: "Owner", type: "id" },
} as const;
export type SampleFilter = Filter<typeof SAMPLE_FIELDS>;
export type SampleSort = Sort<typeof SAMPLE_FIELDS>;

export const SampleListInput = ListInput(SAMPLE_FIELDS, [{ field: "madeAt", direction: "desc" }]);
export type SampleListInput = z.input<typeof SampleListInput>;
export type SamplePage = Omit<z.infer<ReturnType<typeof ListPage>>, "items"> & { items: Sample[] };

const searched = sql`lower(${samples.title})`;

export const sampleList = defineList({
  name: "samples",
  table: samples,
  id: samples.id,
  fields: SAMPLE_FIELDS,
  columns: {
    title: {
      column: samples.title,
      lower: searched,
      within: (pattern) => isLike(searched, pattern),
    },
    note: {
      column: samples.note,
      lower: sql`lower(${samples.note})`,
      within: (pattern) => isLike(sql`lower(${samples.note})`, pattern),
    },
    kind: samples.kind,
    mood: samples.mood,
    tags: samples.tags,
    size: samples.size,
    score: samples.score,
    madeAt: samples.madeAt,
    seenAt: samples.seenAt,
    ownerId: samples.ownerId,
  },
  row: {
    id: samples.id,
    title: samples.title,
    note: samples.note,
    kind: samples.kind,
    mood: samples.mood,
    tags: samples.tags,
    size: samples.size,
    score: samples.score,
    madeAt: samples.madeAt,
    seenAt: samples.seenAt,
    ownerId: samples.ownerId,
  },
  search: (text) => searchIn(searched, text),
});

export async function createSampleTable({ db }: Pick<Services, "db">): Promise<void> {
  await db.execute(sql`
    create table list_samples (
      id uuid primary key, title text not null, note text, kind text not null, mood text,
      tags text[] not null, size integer not null, score integer,
      made_at timestamptz(3) not null, seen_at timestamptz(3), owner_id uuid not null
    )`);
}
