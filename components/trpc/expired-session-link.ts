import type { TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { readProblem } from "#components/trpc/problem.ts";
import type { AppRouter } from "#server/registry/router.ts";

/** Sends to the sign-in page when a session ended; the `auth` procedures answer for themselves. */
export const expiredSessionLink: TRPCLink<AppRouter> = () => {
  return ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        error: (error) => {
          if (!op.path.startsWith("auth.") && readProblem(error).httpStatus === 401) {
            goToSignIn();
          }
          observer.error(error);
        },
      }),
    );
};

function goToSignIn() {
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
