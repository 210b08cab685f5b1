import { createPlainUsers } from "../plain-users.ts";

export const users = createPlainUsers(process.env);

export function isSignedIn(request: Request): boolean {
  return users.isSignedIn(request.headers.get("authorization"));
}
