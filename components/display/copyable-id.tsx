"use client";

import { ActionIcon, CopyButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import classes from "./copyable-id.module.css";

interface CopyableIdProps {
  value: string;
  /** What it is the id of, for the button's name: "user id". */
  label: string;
}

export function CopyableId({ value, label }: CopyableIdProps) {
  return (
    <span className={classes.row}>
      <code className={classes.id} title={value}>
        {value}
      </code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon
            size="sm"
            onClick={copy}
            aria-label={copied ? `Copied ${label}` : `Copy ${label}`}
          >
            {copied ? <IconCheck size={14} /> : <IconCopy size={14} stroke={1.6} />}
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  );
}
