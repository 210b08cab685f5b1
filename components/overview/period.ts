import { createLoader, parseAsNumberLiteral } from "nuqs/server";

export const PERIODS = [7, 30, 90] as const;

export const loadPeriod = createLoader({ days: parseAsNumberLiteral(PERIODS).withDefault(30) });
