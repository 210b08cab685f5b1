import { z } from "zod";

/** What may be uploaded, before it is made small. */
export const MAX_UPLOAD_BYTES = 2 * 1024 * 1024;
export const AVATAR_TYPES = ["image/png", "image/jpeg", "image/webp"] as const;

const TOO_LARGE = "Choose a picture of at most 2 MB";
const WRONG_KIND = "Choose a PNG, JPEG or WebP picture";
const BASE64 = /^[A-Za-z\d+/]+={0,2}$/;
/** What a PNG, a JPEG and a WebP begin with. */
const STARTS = ["iVBORw0KGgo", "/9j/", "UklGR"];

/** A PNG, JPEG or WebP as base64. */
const UploadedImage = z
  .string()
  .max(Math.ceil(MAX_UPLOAD_BYTES / 3) * 4, TOO_LARGE)
  .refine((text) => text.length % 4 === 0 && BASE64.test(text), "Send the picture as base64")
  .refine((text) => STARTS.some((start) => text.startsWith(start)), WRONG_KIND);

export const SetOwnAvatarInput = z.strictObject({ image: UploadedImage });
export type SetOwnAvatarInput = z.infer<typeof SetOwnAvatarInput>;

export const SetAvatarInput = SetOwnAvatarInput.extend({ userId: z.uuid() });
export type SetAvatarInput = z.infer<typeof SetAvatarInput>;

/** Names the present picture; null for none. */
export const AvatarTag = z.strictObject({ tag: z.string().nullable() });
export type AvatarTag = z.infer<typeof AvatarTag>;

export const Avatar = z.strictObject({
  tag: z.string(),
  /** WebP of 256 × 256 as base64. */
  image: z.string(),
});
export type Avatar = z.infer<typeof Avatar>;
