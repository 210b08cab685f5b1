/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: false,
  agentRules: false,
  typescript: { ignoreBuildErrors: true },
  experimental: {
    authInterrupts: true,
    optimizePackageImports: [
      "@mantine/core",
      "@mantine/hooks",
      "@mantine/charts",
      "@tabler/icons-react",
    ],
  },
  serverExternalPackages: ["postgres", "pino", "pg-boss"],
};
