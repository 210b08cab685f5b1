import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse as parseYaml } from "yaml";
import { type ParsedSettings, SETTINGS, type SettingName } from "./config-settings.ts";

export interface Config extends Omit<ParsedSettings, "authSecret" | "dataDirectory"> {
  authSecret: string;
  /** Absolute. */
  dataDirectory: string;
}

export interface Sources {
  flags?: readonly string[];
  env?: Record<string, string | undefined>;
  directory?: string;
}

interface Candidate {
  value: unknown;
  source: string;
}

export interface LoadedConfig {
  config: Config;
  /** Where each value came from: `flag --port`, `environment PORT`, `file …`, `generated`, `default`. */
  provenance: Record<SettingName, string>;
}

/** Every problem at once; the process exits with 78 (EX_CONFIG of sysexits.h). */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((p) => `  - ${p}`).join("\n")}`,
    );
    this.problems = problems;
  }
}

const NAMES = Object.keys(SETTINGS) as SettingName[];
const FILES = ["binnacle.config.yaml", "binnacle.config.json"];

/**
 * Reads flags (`--port 80`, `--port=80`), then the environment (`PORT`, or `PORT_FILE` naming a file),
 * then `binnacle.config.yaml|json`, then defaults.
 * @throws ConfigError with every problem found
 */
export function loadConfig(sources: Sources = {}): LoadedConfig {
  const { flags = [], env = process.env, directory = process.cwd() } = sources;
  const problems: string[] = [];
  const layers = [
    readFlags(flags, problems),
    readEnv(env, problems),
    readFiles(directory, problems),
  ];
  const parsed: Record<string, unknown> = {};
  const provenance = {} as Record<SettingName, string>;
  for (const name of NAMES) {
    const found = layers
      .map((layer) => layer.get(name))
      .find((candidate) => candidate !== undefined);
    provenance[name] = found?.source ?? "default";
    const result = SETTINGS[name].schema.safeParse(found?.value);
    if (result.success) parsed[name] = result.data;
    else
      for (const issue of result.error.issues)
        problems.push(`${found?.source ?? SETTINGS[name].env}: ${issue.message}`);
  }
  const settings = parsed as unknown as ParsedSettings;
  problems.push(...findContradictions(settings, provenance));
  if (problems.length > 0) throw new ConfigError(problems);
  return { config: complete(settings, directory, provenance), provenance };
}

/** What settings, each valid, say against one another; one that was not valid is absent. */
function findContradictions(
  settings: Partial<ParsedSettings>,
  provenance: LoadedConfig["provenance"],
): string[] {
  const { mode, databaseUrl, databaseReplicaUrls = [], authSecret } = settings;
  const found: string[] = [];
  if (mode === "production" && databaseUrl && !authSecret) {
    found.push(
      "environment AUTH_SECRET: required in production with DATABASE_URL (make one with: openssl rand -hex 32)",
    );
  }
  if (databaseReplicaUrls.length > 0 && provenance.databaseUrl === "default") {
    found.push(`${provenance.databaseReplicaUrls}: needs DATABASE_URL, their primary`);
  }
  found.push(...findMailContradictions(settings, provenance));
  return found;
}

function findMailContradictions(
  { mailFrom, resendApiKey, smtpUrl }: Partial<ParsedSettings>,
  provenance: LoadedConfig["provenance"],
): string[] {
  if (resendApiKey && smtpUrl) {
    return [`${provenance.smtpUrl}: mail is sent through Resend or over SMTP, not both`];
  }
  const way = resendApiKey ? "resendApiKey" : "smtpUrl";
  const isSent = Boolean(resendApiKey ?? smtpUrl);
  const isRefused = provenance.mailFrom !== "default";
  return isSent && !mailFrom && !isRefused
    ? [`${provenance[way]}: needs MAIL_FROM, the sender`]
    : [];
}

function complete(
  settings: ParsedSettings,
  directory: string,
  provenance: Record<SettingName, string>,
): Config {
  const dataDirectory = path.resolve(directory, settings.dataDirectory);
  if (!settings.authSecret) provenance.authSecret = "generated";
  return {
    ...settings,
    dataDirectory,
    authSecret: settings.authSecret ?? generatedSecret(dataDirectory, "auth-secret"),
  };
}

/**
 * The secret kept in `<data directory>/<name>`, made on first use. Published by hard link, so that
 * processes that start together agree on one.
 */
export function generatedSecret(dataDirectory: string, name: string): string {
  const file = path.join(dataDirectory, name);
  if (!existsSync(file)) {
    mkdirSync(dataDirectory, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(32).toString("hex"), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft);
    }
  }
  return readFileSync(file, "utf8").trim();
}

function flagName(name: SettingName): string {
  return SETTINGS[name].env
    .toLowerCase()
    .replaceAll("_", "-")
    .replace(/^binnacle-/, "");
}

function readFlags(flags: readonly string[], problems: string[]): Map<SettingName, Candidate> {
  const byFlag = new Map(NAMES.map((name) => [flagName(name), name]));
  const found = new Map<SettingName, Candidate>();
  for (let index = 0; index < flags.length; index++) {
    const [key = "", inline] = splitOnce(flags[index] ?? "", "=");
    const name = key.startsWith("--") ? byFlag.get(key.slice(2)) : undefined;
    if (!name) {
      problems.push(`flag ${key}: unknown`);
      continue;
    }
    const value = inline ?? flags[++index];
    if (value === undefined) problems.push(`flag ${key}: needs a value`);
    else found.set(name, { value, source: `flag ${key}` });
  }
  return found;
}

function readEnv(
  env: Record<string, string | undefined>,
  problems: string[],
): Map<SettingName, Candidate> {
  const found = new Map<SettingName, Candidate>();
  const known = new Set<string>();
  for (const name of NAMES) {
    const variable = SETTINGS[name].env;
    known.add(variable).add(`${variable}_FILE`);
    const file = env[`${variable}_FILE`];
    if (env[variable] && file)
      problems.push(`environment ${variable} and ${variable}_FILE: set one, not both`);
    if (env[variable]) found.set(name, { value: env[variable], source: `environment ${variable}` });
    else if (file) readSecretFile(name, file, { found, problems });
  }
  for (const variable of Object.keys(env)) {
    if (variable.startsWith("BINNACLE_") && !known.has(variable))
      problems.push(`environment ${variable}: unknown`);
  }
  return found;
}

function readSecretFile(
  name: SettingName,
  file: string,
  into: { found: Map<SettingName, Candidate>; problems: string[] },
): void {
  const source = `environment ${SETTINGS[name].env}_FILE`;
  try {
    into.found.set(name, { value: readFileSync(file, "utf8").trim(), source });
  } catch (error) {
    into.problems.push(`${source}: cannot read ${file} (${(error as NodeJS.ErrnoException).code})`);
  }
}

function readFiles(directory: string, problems: string[]): Map<SettingName, Candidate> {
  const found = new Map<SettingName, Candidate>();
  const present = FILES.filter((file) => existsSync(path.join(directory, file)));
  if (present.length > 1) problems.push(`files ${present.join(" and ")}: keep one`);
  const [file] = present;
  if (!file) return found;
  for (const [key, value] of Object.entries(parseFile(path.join(directory, file), problems))) {
    const name = NAMES.find((candidate) => candidate === key);
    if (name) found.set(name, { value, source: `file ${file} (${key})` });
    else problems.push(`file ${file}: ${key} is unknown`);
  }
  return found;
}

function parseFile(file: string, problems: string[]): Record<string, unknown> {
  try {
    const content = parseYaml(readFileSync(file, "utf8")) as unknown;
    if (content === null) return {};
    if (typeof content === "object" && !Array.isArray(content))
      return content as Record<string, unknown>;
    problems.push(`file ${path.basename(file)}: expected names and values`);
  } catch (error) {
    problems.push(`file ${path.basename(file)}: ${(error as Error).message.split("\n")[0]}`);
  }
  return {};
}

/** React and Next read NODE_ENV for themselves: what was configured must be what they see. */
export function applyMode({ mode }: Config): void {
  Object.assign(process.env, { NODE_ENV: mode });
}

/** Rows for `config print`: secrets masked. */
export function describeConfig({ config, provenance }: LoadedConfig) {
  return NAMES.map((name) => ({
    name,
    variable: SETTINGS[name].env,
    value: mask(name, config[name]),
    source: provenance[name],
  }));
}

function mask(name: SettingName, value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return "";
  const isSecret = "isSecret" in SETTINGS[name];
  return isSecret ? "********" : String(value);
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
