import { Facts } from "#components/display/facts.tsx";
import { Panel } from "#components/display/panel.tsx";
import { Pill } from "#components/display/pill.tsx";
import { CHECK_WORDS, STATUS_WORDS } from "#components/health/health-words.ts";
import type { HealthCheck } from "#server/domains/health/schema.ts";

export function HealthCheckPanel({ check }: { check: HealthCheck }) {
  const { label, tone } = STATUS_WORDS[check.status];
  return (
    <Panel
      title={CHECK_WORDS[check.name]}
      description={check.detail}
      actions={
        <Pill tone={tone} withDot>
          {label}
        </Pill>
      }
    >
      <Facts
        facts={[...check.facts, { label: "Took", value: `${check.durationMs.toFixed(1)} ms` }]}
      />
    </Panel>
  );
}
