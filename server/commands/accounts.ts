import { createInterface } from "node:readline/promises";
import { NewPassword } from "#server/domains/auth/schema.ts";
import { createOwner, setPassword } from "#server/domains/auth/service.ts";
import { EmailAddress, Text } from "#server/platform/text/schema.ts";
import { prepareDatabase } from "#server/prepare-database.ts";
import { type Command, print, readOptions, UsageError, withRuntime } from "./command.ts";

export const createOwnerCommand: Command = async (args) => {
  const { values } = readOptions(args, { email: { type: "string" }, name: { type: "string" } });
  const email = parse("--email", EmailAddress, values.email);
  const name = parse("--name", Text(200), values.name);
  const password = await readPassword();
  await withRuntime(async ({ runtime, ctx }) => {
    await prepareDatabase(runtime);
    await createOwner(ctx, { email, name, password });
  });
  print(`${email} is an owner`);
};

export const resetPasswordCommand: Command = async (args) => {
  const { values } = readOptions(args, { email: { type: "string" } });
  const email = parse("--email", EmailAddress, values.email);
  const password = await readPassword();
  await withRuntime(({ ctx }) => setPassword(ctx, { email, password }));
  print(`The password of ${email} is set, and every session has ended`);
};

interface Parser<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: { message: string }[] } };
}

function parse<T>(name: string, schema: Parser<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new UsageError(`${name}: ${result.error.issues[0]?.message ?? "not valid"}`);
}

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Password: ");
  const lines = createInterface({ input: process.stdin, terminal: false });
  for await (const line of lines) {
    lines.close();
    return parse("password", NewPassword, line);
  }
  throw new UsageError("The password is read from standard input");
}
