"use client";

import Link from "next/link";
import { useListHref } from "#components/shell/remembered-list.ts";

/** Back to a page above, its list as it was left. */
export function CrumbLink({ href, label }: { href: string; label: string }) {
  return (
    <Link href={useListHref(href)} prefetch={false}>
      {label}
    </Link>
  );
}
