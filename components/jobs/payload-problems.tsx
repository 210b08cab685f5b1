"use client";

import { useText } from "#components/i18n/text-provider.tsx";

/** Where a payload does not fit, each as `path: message` or the message alone. */
export function PayloadProblems({ problems }: { problems: string[] }) {
  const t = useText();
  return problems.map((problem) => {
    const [, path = "", message = ""] = /^(?:([\w.$-]+): )?(.*)$/s.exec(problem) ?? [];
    return (
      <div key={problem}>
        {path && <code>{path}</code>}
        {path && " "}
        {t.known(message)}
      </div>
    );
  });
}
