"use client";

import type { UseFormReturnType } from "@mantine/form";
import { useEffect, useRef } from "react";

/** The record that a form is of, as it is now. */
export interface Followed<Values> {
  /** Another one for each state of the record. */
  mark: string | number;
  /** Makes the form one of the record as it is now; answers its values. */
  take: () => Values;
}

/**
 * Lets a form in which nobody has typed show its record as it becomes. Of one that somebody edits
 * nothing moves: what others have changed meanwhile is settled with the save.
 */
export function useFollow<Values extends object>(
  fields: UseFormReturnType<Values>,
  followed: Followed<Values> | undefined,
  onTaken: (values: Values) => void,
) {
  const shown = useRef(followed?.mark);
  const isDirty = fields.isDirty();
  // Syncs with the record on the server.
  useEffect(() => {
    if (!followed || isDirty || shown.current === followed.mark) return;
    shown.current = followed.mark;
    const values = followed.take();
    fields.setValues(values);
    fields.resetDirty(values);
    onTaken(values);
  });
}
