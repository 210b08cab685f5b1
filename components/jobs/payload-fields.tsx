import type { GetInputPropsReturnType } from "@mantine/form";
import { PayloadField, type Property } from "#components/jobs/payload-field.tsx";
import type { JobDetail } from "#server/domains/jobs/list/schema.ts";

interface PayloadFieldsProps {
  schema: JobDetail["payloadSchema"];
  /** The form's, of a path within the payload: `payload.userId`. */
  inputOf: (path: string) => GetInputPropsReturnType;
}

/** An input for each property that the code knows. */
export function PayloadFields({ schema, inputOf }: PayloadFieldsProps) {
  const { required } = readSchema(schema);
  return propertiesOf(schema).map(([name, property]) => (
    <PayloadField
      key={name}
      name={name}
      property={property}
      isRequired={required?.includes(name) ?? false}
      input={inputOf(`payload.${name}`)}
    />
  ));
}

export function propertiesOf(schema: JobDetail["payloadSchema"]): [string, Property][] {
  return Object.entries(readSchema(schema).properties ?? {});
}

/** What the code knows of the payload; what it knows no more has no input. */
export function knownOf(
  payload: unknown,
  schema: JobDetail["payloadSchema"],
): Record<string, unknown> {
  const given = typeof payload === "object" && payload !== null ? Object.entries(payload) : [];
  const known = new Set(propertiesOf(schema).map(([name]) => name));
  return Object.fromEntries(given.filter(([name]) => known.has(name)));
}

interface ObjectSchema {
  properties?: Record<string, Property>;
  required?: string[];
}

const readSchema = (schema: JobDetail["payloadSchema"]): ObjectSchema => schema ?? {};
