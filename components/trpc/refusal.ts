const ABSENT = ["NOT_FOUND", "UNPROCESSABLE_CONTENT", "BAD_REQUEST", "GONE"];
const CLOSED = ["UNAUTHORIZED", "FORBIDDEN"];

/** The result of an in-process call, or null when there is no such thing for this viewer. */
export async function findOrNull<Result>(call: Promise<Result>): Promise<Result | null> {
  try {
    return await call;
  } catch (error) {
    if ([...ABSENT, ...CLOSED].includes(codeOf(error))) {
      return null;
    }
    throw error;
  }
}

/** By shape, since the pages' bundle has its own copy of the error class. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
