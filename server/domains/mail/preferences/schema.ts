import { z } from "zod";
import { Text } from "#server/platform/text/schema.ts";
import { MailCategory } from "../catalog.ts";

/** What the link in a mail is for. */
export const Subscription = z.strictObject({
  category: MailCategory,
  /** As much of the address as its owner needs to know it by. */
  recipient: z.string(),
  isWanted: z.boolean(),
});
export type Subscription = z.infer<typeof Subscription>;

const token = Text(100);
export const SubscriptionToken = z.strictObject({ token });
export type SubscriptionToken = z.infer<typeof SubscriptionToken>;
export const ChangeSubscriptionInput = z.strictObject({ token, isWanted: z.boolean() });
export type ChangeSubscriptionInput = z.infer<typeof ChangeSubscriptionInput>;

/** Of every category, whether it is wanted. */
export const MailChoices = z.record(MailCategory, z.boolean());
export type MailChoices = z.infer<typeof MailChoices>;
export const ChooseMailInput = z.strictObject({ category: MailCategory, isWanted: z.boolean() });
export type ChooseMailInput = z.infer<typeof ChooseMailInput>;
