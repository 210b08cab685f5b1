"use client";

import { Menu } from "@mantine/core";
import {
  IconArrowBackUp,
  IconDeviceFloppy,
  IconPencil,
  IconPlus,
  IconStar,
  IconStarOff,
  IconTrash,
} from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { confirm } from "#components/feedback/confirm.tsx";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Views } from "#components/views/use-views.ts";
import type { ViewDialog } from "#components/views/view-menu.tsx";
import type { View } from "#server/domains/views/schema.ts";

const ICON = { size: 16, stroke: 1.6 };

interface ViewActionsProps {
  views: Views;
  onDialog: (dialog: ViewDialog) => void;
}

/** What can be done with the view that is open, or with the state of the list. */
export function ViewActions({ views, onDialog }: ViewActionsProps) {
  const t = useText();
  const { open, isChanged } = views;
  return (
    <>
      {open && isChanged && <ChangeItems view={open} views={views} />}
      <Menu.Item leftSection={<IconPlus {...ICON} />} onClick={() => onDialog("save")}>
        {t("Save as new view…")}
      </Menu.Item>
      {open?.isOwn && (
        <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={() => onDialog("edit")}>
          {t("Rename or share…")}
        </Menu.Item>
      )}
      <DefaultItem views={views} />
      {open?.isOwn && <DeleteItem view={open} views={views} />}
    </>
  );
}

interface ItemProps {
  view: View;
  views: Views;
}

function ChangeItems({ view, views }: ItemProps) {
  const t = useText();
  const trpc = useTRPC();
  const update = useMutation(
    trpc.views.update.mutationOptions({
      onSuccess: ({ name }) => {
        notifyDone(t("{name} is saved.", { name }));
        return views.refresh();
      },
      onError: (error) => {
        notifyProblem(error);
        return views.refresh();
      },
    }),
  );
  const { id: viewId, version } = view;
  return (
    <>
      {view.isEditable && (
        <Menu.Item
          leftSection={<IconDeviceFloppy {...ICON} />}
          onClick={() => update.mutate({ viewId, version, state: views.state })}
        >
          {t("Save changes")}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconArrowBackUp {...ICON} />} onClick={() => views.show(view)}>
        {t("Undo changes")}
      </Menu.Item>
    </>
  );
}

/** The view that is open, or the list as it comes, for the next time. */
function DefaultItem({ views: { list, open, hasDefault, refresh } }: { views: Views }) {
  const t = useText();
  const trpc = useTRPC();
  const setDefault = useMutation(
    trpc.views.setDefault.mutationOptions({ onSuccess: refresh, onError: notifyProblem }),
  );
  if (!(open || hasDefault)) return null;
  if (open?.isDefault) {
    return (
      <Menu.Item
        leftSection={<IconStarOff {...ICON} />}
        onClick={() => setDefault.mutate({ list })}
      >
        {t("Do not open first")}
      </Menu.Item>
    );
  }
  return (
    <Menu.Item
      leftSection={<IconStar {...ICON} />}
      onClick={() => setDefault.mutate({ list, viewId: open?.id })}
    >
      {t("Open this first")}
    </Menu.Item>
  );
}

function DeleteItem({ view, views }: ItemProps) {
  const t = useText();
  const trpc = useTRPC();
  const remove = useMutation(
    trpc.views.delete.mutationOptions({
      onSuccess: async () => {
        notifyDone(t("{name} is deleted.", { name: view.name }));
        views.name(null);
        await views.refresh();
      },
      onError: notifyProblem,
    }),
  );
  const isShared = view.sharing !== "private";
  return (
    <Menu.Item
      color="red"
      leftSection={<IconTrash {...ICON} />}
      onClick={() =>
        confirm({
          title: t("Delete {name}?", { name: view.name }),
          consequence: isShared
            ? t("It goes for everybody with whom you share it. The rows of the list stay.")
            : t("The rows of the list stay."),
          action: t("Delete view"),
          isDangerous: true,
          onConfirm: () => remove.mutate({ viewId: view.id }),
        })
      }
    >
      {t("Delete…")}
    </Menu.Item>
  );
}
