import { isTRPCClientError } from "@trpc/client";
import { z } from "zod";

const ProblemData = z.object({
  code: z.string(),
  httpStatus: z.number(),
  requestId: z.string().nullish(),
  fields: z
    .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
    .default([]),
  retryAfterSeconds: z.number().nullish(),
  /** The record as it is now, after a change that was made from an older version. */
  conflict: z
    .object({ version: z.number(), current: z.record(z.string(), z.unknown()).nullable() })
    .nullish(),
});

export interface Problem extends z.infer<typeof ProblemData> {
  /** For the person in front of the screen. */
  message: string;
}

const UNREACHABLE: Problem = {
  code: "UNAVAILABLE",
  httpStatus: 503,
  fields: [],
  message: "The server cannot be reached. Check your connection and try again.",
};

/** What went wrong in a procedure, whatever the way it failed. */
export function readProblem(error: unknown): Problem {
  if (!isTRPCClientError(error)) {
    return { ...UNREACHABLE, code: "INTERNAL", httpStatus: 500, message: "Something went wrong." };
  }
  const data = ProblemData.safeParse(error.data);
  return data.success ? { ...data.data, message: error.message } : UNREACHABLE;
}
