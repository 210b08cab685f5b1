"use client";

import { Button, FileButton, Group, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Avatar } from "#components/display/avatar.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { sendAvatar } from "#components/users/send-avatar.ts";
import { AVATAR_TYPES, MAX_UPLOAD_BYTES } from "#server/domains/users/avatars/schema.ts";

interface AvatarEditorProps {
  user: { id: string; name: string; avatarTag: string | null };
  /** Where the picture goes. */
  address: string;
  onChanged: () => Promise<unknown>;
}

/** Shows a picture, takes another, removes it. What the server refuses is said beside it. */
export function AvatarEditor({ user, address, onChanged }: AvatarEditorProps) {
  const t = useText();
  const change = useMutation({
    async mutationFn(file: File | null) {
      if (file && file.size > MAX_UPLOAD_BYTES) throw new Error("Choose a picture of at most 2 MB");
      await sendAvatar(address, file);
      await onChanged();
    },
  });
  return (
    <Group gap="md" wrap="nowrap" mb="md">
      <Avatar user={user} size="lg" />
      <div>
        <Group gap="xs">
          <FileButton
            accept={AVATAR_TYPES.join(",")}
            onChange={(file) => file && change.mutate(file)}
          >
            {(props) => (
              <Button {...props} variant="default" size="xs" loading={change.isPending}>
                {user.avatarTag ? t("Change picture") : t("Add picture")}
              </Button>
            )}
          </FileButton>
          {user.avatarTag && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              disabled={change.isPending}
              onClick={() => change.mutate(null)}
            >
              {t("Remove picture")}
            </Button>
          )}
        </Group>
        <Text
          size="xs"
          mt={6}
          c={change.error ? "red" : "dimmed"}
          role={change.error ? "alert" : undefined}
        >
          {change.error ? t.known(change.error.message) : t("PNG, JPEG or WebP, at most 2 MB.")}
        </Text>
      </div>
    </Group>
  );
}
