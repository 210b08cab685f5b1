const TESTS = "\\.test\\.tsx?$|^server/testing/|^e2e/";
const RUNTIME_ONLY = { dependencyTypesNot: ["type-only"] };
const SURFACE = "/(service|queries|schema|catalog|policy)\\.ts$";

/** One entry per arrow that must not exist. Tests may reach anything. */
const rules = {
  "no-cycles": [{}, { circular: true, viaOnly: RUNTIME_ONLY }],
  "db-is-the-floor": [{ path: "^db/", pathNot: TESTS }, { path: "^(app|components|server)/" }],
  "platform-knows-no-domain": [
    { path: "^server/(platform/|config)" },
    { path: "^server/(domains|api|registry|http|client)/" },
  ],
  "domains-look-down": [
    { path: "^server/domains/", pathNot: TESTS },
    {
      path: "^server/(registry|http|client)/|^server/(main|worker|cli|runtime)|^(app|components)/",
    },
  ],
  "only-routers-touch-transport": [
    { path: "^server/domains/", pathNot: `router\\.ts$|${TESTS}` },
    { path: "^server/api/|node_modules/(@trpc|hono|@hono)/" },
  ],
  "domain-surface-only": [
    { path: "^server/domains/([^/]+)/", pathNot: TESTS },
    { path: "^server/domains/[^/]+/", pathNot: ["^server/domains/$1/", SURFACE] },
  ],
  "routers-hold-no-sql": [
    { path: "^server/domains/.*router\\.ts$" },
    { path: "^db/|node_modules/drizzle-orm/" },
  ],
  "schemas-are-browser-safe": [
    { path: "^server/domains/.*/(schema|catalog)\\.ts$" },
    { pathNot: "node_modules/zod/|/(schema|catalog)\\.ts$", ...RUNTIME_ONLY },
  ],
  "ui-sees-schemas-and-types": [
    { path: "^components/", pathNot: TESTS },
    {
      path: "^(server|db)/",
      pathNot: "/(schema|catalog)\\.ts$|^server/platform/locale/",
      ...RUNTIME_ONLY,
    },
  ],
  "pages-use-the-caller": [
    { path: "^app/" },
    {
      path: "^(server|db)/",
      pathNot: "^server/api/caller\\.ts$|/(schema|catalog)\\.ts$",
      ...RUNTIME_ONLY,
    },
  ],
  "client-ships-types-only": [
    { path: "^server/client/" },
    { path: "^server/(?!client/)|^db/", ...RUNTIME_ONLY },
  ],
  "tests-stay-out": [{ pathNot: TESTS }, { path: TESTS }],
};

export default {
  forbidden: Object.entries(rules).map(([name, [from, to]]) => ({
    name,
    severity: "error",
    from,
    to,
  })),
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
