import { type ReactNode, useId } from "react";
import classes from "./panel.module.css";

interface PanelProps {
  /** What links within the dashboard name it by. */
  id?: string;
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** Content that brings its own padding, such as a list. */
  isFlush?: boolean;
  children: ReactNode;
}

/** A titled section of a page. */
export function Panel({ id, title, description, actions, isFlush = false, children }: PanelProps) {
  const headingId = useId();
  return (
    <section
      id={id}
      tabIndex={id ? -1 : undefined}
      className={classes.panel}
      aria-labelledby={headingId}
    >
      <div className={classes.header}>
        <div>
          <h2 id={headingId}>{title}</h2>
          {description && <p>{description}</p>}
        </div>
        {actions}
      </div>
      <div className={isFlush ? undefined : classes.body}>{children}</div>
    </section>
  );
}
