"use client";

import { Button, Menu, VisuallyHidden } from "@mantine/core";
import { IconBookmark, IconSelector, IconStarFilled, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useCan, useMayChange } from "#components/shell/viewer.tsx";
import { useViews, type Views, type ViewsOptions } from "#components/views/use-views.ts";
import { ViewActions } from "#components/views/view-actions.tsx";
import { EditViewDialog, SaveViewDialog } from "#components/views/view-dialogs.tsx";
import type { View } from "#server/domains/views/schema.ts";
import type { ListFields } from "#server/platform/list/schema.ts";
import classes from "./view-menu.module.css";

export type ViewDialog = "save" | "edit" | null;

interface ViewMenuProps<Row, Fields extends ListFields> extends ViewsOptions<Row, Fields> {
  /** What the list is called without a view: "All users". */
  plainName: PlainMessage;
}

/** The saved views of a list: opens, saves, shares and deletes them. Views belong to one's account. */
export function ViewMenu<Row, Fields extends ListFields>(props: ViewMenuProps<Row, Fields>) {
  return useCan("account.manage") ? <OpenedViewMenu {...props} /> : null;
}

function OpenedViewMenu<Row, Fields extends ListFields>(props: ViewMenuProps<Row, Fields>) {
  const { plainName, ...options } = props;
  const views = useViews(options) as Views;
  const mayChange = useMayChange("account.manage");
  const [dialog, setDialog] = useState<ViewDialog>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Menu position="bottom-start" width={280} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            variant="default"
            classNames={{ root: classes.trigger, label: classes.label }}
            leftSection={<IconBookmark size={15} stroke={1.6} />}
            rightSection={<IconSelector size={14} stroke={1.6} />}
          >
            <PresentView views={views} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.dropdown}>
          <ViewChoices views={views} plainName={plainName} />
          {mayChange && <Menu.Divider />}
          {mayChange && <ViewActions views={views} onDialog={setDialog} />}
        </Menu.Dropdown>
      </Menu>
      <SaveViewDialog views={views} isOpen={dialog === "save"} onClose={close} />
      {views.open && (
        <EditViewDialog
          view={views.open}
          views={views}
          isOpen={dialog === "edit"}
          onClose={close}
        />
      )}
    </>
  );
}

function PresentView({ views: { open, isChanged } }: { views: Views }) {
  const t = useText();
  if (!open) return t("Views");
  return (
    <>
      {t.rich("<hidden>View: </hidden><shown>{name}</shown>", {
        name: open.name,
        hidden: (words) => <VisuallyHidden>{words}</VisuallyHidden>,
        shown: (words) => <span className={classes.name}>{words}</span>,
      })}
      {isChanged && <span className={classes.mark}>{t("view|changed")}</span>}
    </>
  );
}

const PLAIN = "plain";

interface ViewChoicesProps {
  views: Views;
  plainName: PlainMessage;
}

function ViewChoices({ views, plainName }: ViewChoicesProps) {
  const t = useText();
  const own = views.views.filter(({ isOwn }) => isOwn);
  const shared = views.views.filter(({ isOwn }) => !isOwn);

  const plain = views.isChanged ? null : PLAIN;
  return (
    <div className={classes.choices}>
      <Menu.RadioGroup value={views.open?.id ?? plain}>
        <Menu.RadioItem value={PLAIN} closeMenuOnClick onClick={views.reset}>
          {t(plainName)}
        </Menu.RadioItem>
        {own.length > 0 && <Menu.Label>{t("Your views")}</Menu.Label>}
        {own.map((view) => (
          <ViewChoice key={view.id} view={view} onChoose={() => views.show(view)} />
        ))}
        {shared.length > 0 && <Menu.Label>{t("Shared with you")}</Menu.Label>}
        {shared.map((view) => (
          <ViewChoice key={view.id} view={view} onChoose={() => views.show(view)} />
        ))}
      </Menu.RadioGroup>
    </div>
  );
}

function ViewChoice({ view, onChoose }: { view: View; onChoose: () => void }) {
  const t = useText();
  return (
    <Menu.RadioItem
      value={view.id}
      closeMenuOnClick
      onClick={onChoose}
      rightSection={
        <span className={classes.signs}>
          {view.isOwn && view.sharing !== "private" && (
            <IconUsers size={14} stroke={1.6} role="img" aria-label={t("view|shared")} />
          )}
          {view.isDefault && <IconStarFilled size={13} role="img" aria-label={t("view|default")} />}
        </span>
      }
    >
      <span className={classes.choice}>{view.name}</span>
      {view.ownerName && <span className={classes.owner}>{view.ownerName}</span>}
    </Menu.RadioItem>
  );
}
