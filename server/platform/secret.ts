import { hash, randomBytes } from "node:crypto";

const SECRET_BYTES = 32;
const SECRET_SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits as base64url: session tokens and the secrets of links. */
export function createSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** Whether `text` can be one of our secrets at all; what cannot is not worth a query. */
export function isSecretShaped(text: string): boolean {
  return SECRET_SHAPE.test(text);
}

/** What the database keeps of a secret. Plain SHA-256 suffices, since the secret has 256 random bits. */
export function hashSecret(secret: string): Buffer {
  return hash("sha256", secret, "buffer");
}

/** {@link hashSecret} in hexadecimal digits. */
export function hashSecretHex(secret: string): string {
  return hash("sha256", secret, "hex");
}
