"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useOwnAvatar } from "#components/account/use-own-avatar.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { AvatarEditor } from "#components/users/avatar-editor.tsx";

export function OwnAvatar() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return (
    <AvatarEditor
      user={useOwnAvatar()}
      address="/api/v1/account/avatar"
      onChanged={() => queryClient.invalidateQueries(trpc.account.avatar.queryFilter())}
    />
  );
}
