import { z } from "zod";
import {
  Cidrs,
  MailSender,
  PostgresUrl,
  PostgresUrls,
  Seconds,
  Secret,
  Whole,
} from "./config-values.ts";

interface Setting {
  env: string;
  schema: z.ZodType;
  description: string;
  isSecret?: boolean;
}

/** Every setting: its environment variable, its type, its default. The README's table is made from this. */
export const SETTINGS = {
  role: {
    env: "BINNACLE_ROLE",
    schema: z.enum(["all", "web", "worker"]).default("all"),
    description: "What this process does: answer requests, work off jobs, or both",
  },
  mode: {
    env: "NODE_ENV",
    schema: z.enum(["production", "development", "test"]).default("production"),
    description: "`development` reloads pages and relaxes the content security policy",
  },
  host: {
    env: "HOST",
    schema: z.string().min(1).default("127.0.0.1"),
    description: "Address to listen on; `0.0.0.0` for all",
  },
  port: { env: "PORT", schema: Whole(0, 65_535).default(3000), description: "Port to listen on" },
  publicUrl: {
    env: "PUBLIC_URL",
    schema: z.url({ protocol: /^https?$/ }).optional(),
    description:
      "The address that people type; links in mail start with it. Default: the listening address",
  },
  trustedProxies: {
    env: "TRUSTED_PROXIES",
    schema: Cidrs.default([]),
    description: "Networks whose `X-Forwarded-*` and `X-Request-Id` headers are believed",
  },
  databaseUrl: {
    env: "DATABASE_URL",
    schema: PostgresUrl.optional(),
    description: "Postgres 15 or newer. Default: an embedded Postgres 18 in the data directory",
    isSecret: true,
  },
  databaseReplicaUrls: {
    env: "DATABASE_REPLICA_URLS",
    schema: PostgresUrls.default([]),
    description:
      "Streaming standbys of `DATABASE_URL`, comma-separated; they answer counts and charts",
    isSecret: true,
  },
  databaseReplicaMaxLagSeconds: {
    env: "DATABASE_REPLICA_MAX_LAG",
    schema: Seconds(1, 3600).default(5),
    description:
      "How old the data of a replica may be; the primary answers instead of an older one",
  },
  databasePoolSize: {
    env: "DATABASE_POOL_SIZE",
    schema: Whole(2, 500).default(10),
    description: "Connections to Postgres per process",
  },
  databaseConnectTimeoutSeconds: {
    env: "DATABASE_CONNECT_TIMEOUT",
    schema: Seconds(1, 60).default(5),
    description: "How long a new connection may take",
  },
  databaseStatementTimeoutSeconds: {
    env: "DATABASE_STATEMENT_TIMEOUT",
    schema: Seconds(0.1, 3600).default(10),
    description: "How long one statement may run",
  },
  databaseLockTimeoutSeconds: {
    env: "DATABASE_LOCK_TIMEOUT",
    schema: Seconds(0.1, 3600).default(5),
    description: "How long a statement may wait for a lock",
  },
  databaseIdleInTransactionTimeoutSeconds: {
    env: "DATABASE_IDLE_IN_TRANSACTION_TIMEOUT",
    schema: Seconds(0.1, 3600).default(15),
    description: "How long a transaction may stay idle",
  },
  dataDirectory: {
    env: "BINNACLE_DATA_DIR",
    schema: z.string().min(1).default(".data"),
    description: "Where the embedded database, files and generated secrets live",
  },
  authSecret: {
    env: "AUTH_SECRET",
    schema: Secret.optional(),
    description: "Signs short-lived sign-in state. Default: generated into the data directory",
    isSecret: true,
  },
  auditAnchorKey: {
    env: "AUDIT_ANCHOR_KEY",
    schema: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits (openssl rand -hex 32)")
      .optional(),
    description:
      "Signs the anchors of the audit log (Ed25519). Default: generated into the data directory",
    isSecret: true,
  },
  auditAnchorFile: {
    env: "AUDIT_ANCHOR_FILE",
    schema: z.string().min(1).optional(),
    description:
      "Where the anchors of the audit log are appended; all processes share it. Default: `audit-anchors.jsonl` in the data directory",
  },
  auditRetentionSeconds: {
    env: "AUDIT_RETENTION",
    schema: Seconds(86_400, 100 * 365 * 86_400).optional(),
    description:
      "Audit entries older than this are removed, such as `400d`. Default: kept for ever",
  },
  sessionAbsoluteSeconds: {
    env: "SESSION_ABSOLUTE",
    schema: Seconds(60, 86_400 * 90).default(12 * 3600),
    description: "A session ends this long after sign-in",
  },
  sessionRememberedSeconds: {
    env: "SESSION_REMEMBERED",
    schema: Seconds(60, 86_400 * 365).default(30 * 86_400),
    description: "The same for a remembered device, which has no idle limit",
  },
  sessionIdleSeconds: {
    env: "SESSION_IDLE",
    schema: Seconds(60, 86_400 * 30).default(30 * 60),
    description: "A session ends after this long without a request",
  },
  rateLimitPerUser: {
    env: "RATE_LIMIT_PER_USER",
    schema: Whole(60, 10_000_000).default(3000),
    description: "API requests per minute of one signed-in user, in each process",
  },
  rateLimitPerAddress: {
    env: "RATE_LIMIT_PER_ADDRESS",
    schema: Whole(60, 10_000_000).default(1200),
    description: "The same for pages and for requests without a session, per network address",
  },
  requestTimeoutSeconds: {
    env: "REQUEST_TIMEOUT",
    schema: Seconds(1, 15).default(15),
    description: "How long a client may take to send its headers and body",
  },
  procedureTimeoutSeconds: {
    env: "PROCEDURE_TIMEOUT",
    schema: Seconds(1, 600).default(20),
    description: "How long a procedure may take before its caller gets 504",
  },
  bodyLimitBytes: {
    env: "BODY_LIMIT_BYTES",
    schema: Whole(1024, 100 * 1024 * 1024).default(1024 * 1024),
    description: "Largest request body accepted by the API",
  },
  shutdownTimeoutSeconds: {
    env: "SHUTDOWN_TIMEOUT",
    schema: Seconds(1, 600).default(15),
    description: "After a stop signal, the process is gone within this time",
  },
  mailFrom: {
    env: "MAIL_FROM",
    schema: MailSender.optional(),
    description: "The sender of mail, such as `Binnacle <admin@example.com>`",
  },
  resendApiKey: {
    env: "RESEND_API_KEY",
    schema: z.string().min(1).optional(),
    description: "Sends mail through Resend. Default: mail stays in the dashboard's outbox",
    isSecret: true,
  },
  resendBaseUrl: {
    env: "RESEND_BASE_URL",
    schema: z.url({ protocol: /^https?$/ }).optional(),
    description: "Where Resend's API is, for tests and proxies",
  },
  resendWebhookSecret: {
    env: "RESEND_WEBHOOK_SECRET",
    schema: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/=]{16,}$/, "expected a signing secret that begins with whsec_")
      .optional(),
    description:
      "Verifies what Resend reports to `/api/webhooks/resend`; without it that is absent",
    isSecret: true,
  },
  smtpUrl: {
    env: "SMTP_URL",
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    description:
      "Sends mail over SMTP instead, such as `smtp://user:password@mail.example.com:587`. TLS is required, except to this machine; `?requireTLS=false` goes without, and `?tls.rejectUnauthorized=false` takes any certificate",
    isSecret: true,
  },
  logLevel: {
    env: "LOG_LEVEL",
    schema: z.enum(["trace", "debug", "info", "warn", "error", "fatal"]).default("info"),
    description: "Least severe level that is logged",
  },
  metricsToken: {
    env: "METRICS_TOKEN",
    schema: Secret.optional(),
    description: "Bearer token for `/metrics`; without one it answers on loopback only",
    isSecret: true,
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
export type ParsedSettings = { [Name in SettingName]: z.output<(typeof SETTINGS)[Name]["schema"]> };
