"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Message } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPCClient } from "#components/trpc/trpc.ts";
import { PASSWORD_MAX_LENGTH } from "#server/domains/auth/schema.ts";
import classes from "./password-strength.module.css";

const PAUSE_MS = 300;
const LEVELS = ["Very weak", "Weak", "Fair", "Good", "Strong"] as const satisfies Message[];
const BARS = [1, 2, 3, 4];

/** How hard the password is to guess, as the server rates it; nothing is kept of it. */
export function PasswordStrength({ password }: { password: string }) {
  const t = useText();
  const rating = useRating(password);
  const score = password && rating ? rating.score : null;
  const advice = score === null ? [] : [rating?.warning, ...(rating?.suggestions ?? [])];
  const [firstAdvice] = advice.filter(Boolean);
  return (
    <div className={classes.strength} data-score={score ?? undefined}>
      <div className={classes.bars} aria-hidden="true">
        {BARS.map((bar) => (
          <span key={bar} data-filled={(score !== null && score >= bar) || undefined} />
        ))}
      </div>
      <div className={classes.text} aria-live="polite">
        {score !== null && (
          <>
            <strong>{t(LEVELS[score] ?? "Very weak")}</strong>
            {score < 3 && firstAdvice ? `: ${t.known(firstAdvice)}` : ""}
          </>
        )}
      </div>
    </div>
  );
}

function useRating(password: string) {
  const client = useTRPCClient();
  const [settled] = useDebouncedValue(password.slice(0, PASSWORD_MAX_LENGTH), PAUSE_MS);
  const { data } = useQuery({
    queryKey: ["password-rating", settled],
    queryFn: ({ signal }) => client.auth.ratePassword.mutate({ password: settled }, { signal }),
    enabled: settled.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  return data;
}
