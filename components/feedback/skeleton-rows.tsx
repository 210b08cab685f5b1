import { Skeleton } from "@mantine/core";
import classes from "./skeleton-rows.module.css";

const WIDTHS = ["62%", "48%", "71%", "55%", "66%"];

interface SkeletonRowsProps {
  count: number;
  heightPx?: number;
}

/** As tall as the rows that will come, so that nothing jumps. */
export function SkeletonRows({ count, heightPx = 52 }: SkeletonRowsProps) {
  const rows = Array.from({ length: count }, (_, index) => index);
  return (
    <div>
      {rows.map((row) => (
        <div key={row} className={classes.row} style={{ height: heightPx }}>
          <Skeleton circle height={28} />
          <Skeleton height={10} width={WIDTHS[row % WIDTHS.length]} />
        </div>
      ))}
    </div>
  );
}
