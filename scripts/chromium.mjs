import { existsSync } from "node:fs";
import path from "node:path";
import { node, root, run } from "./toolbox.mjs";

const KNOWN = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, one that is installed, Debian's package where apt
 * is there and we are root, else Playwright's own download (then the answer is "", its default).
 */
export async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist`);
    return given;
  }
  const installed = KNOWN.find((file) => existsSync(file));
  if (installed) return installed;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    process.stdout.write("Installing Chromium\n");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-qq"], { env });
    await run(
      "apt-get",
      [
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        "chromium",
        "fonts-noto-core",
        "fonts-noto-cjk",
      ],
      { env },
    );
    return KNOWN[0];
  }
  await run(node, [
    path.join(root, "node_modules", "playwright-core", "cli.js"),
    "install",
    "chromium",
  ]);
  return "";
}
