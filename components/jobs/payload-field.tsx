import { NumberInput, Select, Switch, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";

/** What we read of a property in JSON Schema. */
export interface Property {
  type?: string;
  enum?: unknown[];
  description?: string;
}

/** As Mantine's `getInputProps` gives it. */
interface Input {
  value?: unknown;
  error?: unknown;
  onChange: (value: unknown) => void;
}

interface PayloadFieldProps {
  name: string;
  property: Property;
  isRequired: boolean;
  input: Input;
}

/** The input that fits a property; JSON where none does. What is left empty is left out. */
export function PayloadField({ name, property, isRequired, input }: PayloadFieldProps) {
  const { value, onChange } = input;
  const common = {
    label: name,
    description: property.description,
    error: input.error as string | undefined,
    withAsterisk: isRequired,
  };
  if (property.enum?.every((option) => typeof option === "string")) {
    return (
      <Select
        {...common}
        data={property.enum}
        value={typeof value === "string" ? value : null}
        clearable={!isRequired}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  }
  switch (property.type) {
    case "boolean":
      return (
        <Switch
          label={name}
          description={property.description}
          error={common.error}
          checked={value === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
      );
    case "number":
    case "integer":
      return (
        <NumberInput
          {...common}
          allowDecimal={property.type === "number"}
          value={typeof value === "number" ? value : ""}
          onChange={(next) => onChange(next === "" ? undefined : Number(next))}
        />
      );
    case "string":
      return (
        <TextInput
          {...common}
          value={typeof value === "string" ? value : ""}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === "" && !isRequired ? undefined : currentTarget.value)
          }
        />
      );
    default:
      return <JsonField {...common} initial={value} onChange={onChange} />;
  }
}

interface JsonFieldProps {
  label: string;
  description: string | undefined;
  error: string | undefined;
  withAsterisk: boolean;
  initial: unknown;
  onChange: (value: unknown) => void;
}

function JsonField({ initial, onChange, ...common }: JsonFieldProps) {
  const [text, setText] = useState(initial === undefined ? "" : JSON.stringify(initial, null, 2));
  return (
    <Textarea
      {...common}
      value={text}
      autosize
      minRows={3}
      maxRows={14}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        onChange(readJson(currentTarget.value));
      }}
    />
  );
}

/** What is no JSON stays the text that it is, which the job's schema then refuses. */
function readJson(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
