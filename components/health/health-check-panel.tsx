"use client";

import { Facts } from "#components/display/facts.tsx";
import { Panel } from "#components/display/panel.tsx";
import { Pill } from "#components/display/pill.tsx";
import { CHECK_WORDS, STATUS_WORDS } from "#components/health/health-words.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";
import type { HealthCheck } from "#server/domains/health/schema.ts";

export function HealthCheckPanel({ check }: { check: HealthCheck }) {
  const t = useText();
  const format = useFormat();
  const { label, tone } = STATUS_WORDS[check.status];
  return (
    <Panel
      title={t(CHECK_WORDS[check.name])}
      description={t.known(check.detail)}
      actions={
        <Pill tone={tone} withDot>
          {t(label)}
        </Pill>
      }
    >
      <Facts
        facts={[
          ...check.facts.map(({ label, value }) => ({
            label: t.known(label),
            value: t.known(value),
          })),
          { label: t("Took"), value: `${format.measure(check.durationMs)} ms` },
        ]}
      />
    </Panel>
  );
}
