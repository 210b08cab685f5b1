const MAX_CAUSES = 10;

/** Remembers which errors were told in which request. */
export interface Told {
  /**
   * Whether this error, or one that caused it, was told in the same request before: one failure passes
   * the procedure, and then the request or the parts of the page that called it.
   */
  isTold(error: unknown, requestId: string | undefined): boolean;
}

export function createTold(): Told {
  const requests = new WeakMap<Error, string>();
  return {
    isTold(error, requestId) {
      if (requestId === undefined || !(error instanceof Error)) return false;
      if (causesOf(error).some((one) => requests.get(one) === requestId)) return true;
      requests.set(error, requestId);
      return false;
    },
  };
}

/** The error itself first. */
function causesOf(error: Error): Error[] {
  const causes: Error[] = [];
  for (let at: unknown = error; at instanceof Error && causes.length < MAX_CAUSES; at = at.cause) {
    causes.push(at);
  }
  return causes;
}
