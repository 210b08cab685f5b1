import { Skeleton } from "@mantine/core";
import classes from "./overview.module.css";

export function OverviewSkeleton() {
  return (
    <div className={classes.stack}>
      <Skeleton height={86} radius="lg" />
      <Skeleton height={52} radius="lg" />
      <div className={classes.columns}>
        <Skeleton height={340} radius="lg" />
        <Skeleton height={340} radius="lg" />
      </div>
    </div>
  );
}
