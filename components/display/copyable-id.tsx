"use client";

import { ActionIcon, CopyButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useText } from "#components/i18n/text-provider.tsx";
import classes from "./copyable-id.module.css";

interface CopyableIdProps {
  value: string;
  /** The button's name: "Copy user id". */
  label: string;
}

export function CopyableId({ value, label }: CopyableIdProps) {
  const t = useText();
  return (
    <span className={classes.row}>
      <code className={classes.id} title={value}>
        {value}
      </code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon size="sm" onClick={copy} aria-label={copied ? t("Copied") : label}>
            {copied ? <IconCheck size={14} /> : <IconCopy size={14} stroke={1.6} />}
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  );
}
