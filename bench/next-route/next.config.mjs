/** @type {import("next").NextConfig} */
// biome-ignore lint/style/noDefaultExport: Next asks for one
export default {
  poweredByHeader: false,
  compress: false,
  agentRules: false,
  typescript: { ignoreBuildErrors: true },
  experimental: { externalDir: true },
  serverExternalPackages: ["postgres"],
};
