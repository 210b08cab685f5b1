import { Skeleton } from "@mantine/core";
import classes from "./health-report.module.css";

const CHECKS = 6;

export function HealthSkeleton() {
  return (
    <div className={classes.stack}>
      <Skeleton height={76} radius="lg" />
      <div className={classes.grid}>
        {Array.from({ length: CHECKS }, (_, index) => index).map((index) => (
          <Skeleton key={index} height={188} radius="lg" />
        ))}
      </div>
    </div>
  );
}
