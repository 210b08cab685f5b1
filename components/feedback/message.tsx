import type { ReactNode } from "react";
import classes from "./message.module.css";

interface MessageProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** The page's own heading rather than a part of one. */
  isPage?: boolean;
}

/** What stands where content would: nothing yet, nothing found, not allowed, gone wrong. */
export function Message({ icon, title, children, actions, isPage = false }: MessageProps) {
  const Heading = isPage ? "h1" : "p";
  return (
    <div className={classes.message} data-page={isPage || undefined}>
      <div className={classes.icon} aria-hidden="true">
        {icon}
      </div>
      <Heading className={classes.title}>{title}</Heading>
      {children && <div className={classes.text}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
