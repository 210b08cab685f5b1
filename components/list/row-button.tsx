import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./row-link.module.css";

/** A button in one cell that the whole row presses. */
export function RowButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <UnstyledButton className={classes.link} onClick={onClick} aria-haspopup="dialog" data-opens>
      {children}
    </UnstyledButton>
  );
}
