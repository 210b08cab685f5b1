import type { AuditProblem } from "../schema.ts";

/** As many problems as somebody may read; the rest are counted. */
const MAX_LISTED = 100;

export interface Findings {
  problems: AuditProblem[];
  notes: string[];
  /** Of all, the listed ones included. */
  count(): number;
  add(problem: AuditProblem): void;
}

export function createFindings(): Findings {
  let count = 0;
  const problems: AuditProblem[] = [];
  return {
    problems,
    notes: [],
    count: () => count,
    add(problem) {
      if (++count <= MAX_LISTED) problems.push(problem);
    },
  };
}
