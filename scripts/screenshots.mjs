// Makes docs/screenshots/ from the running program: its own data directory, 2,000 made-up users, one owner.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { ensureBuilt, ensureInstalled, environment, node, root } from "./toolbox.mjs";

const OWNER = {
  name: "Maren Holm",
  email: "maren@example.com",
  password: "velvet otter maps the quiet harbour",
};
const SHOTS = [
  { name: "overview", path: "/" },
  { name: "users", path: "/users?status=active" },
  { name: "health", path: "/health" },
  { name: "users-dark-phone", path: "/users", isDark: true, isPhone: true },
];

await ensureInstalled();
const executablePath = (await ensureChromium()) || undefined;
await ensureBuilt();
const { chromium } = await import("@playwright/test");

const dataDirectory = mkdtempSync(path.join(tmpdir(), "binnacle-screenshots-"));
const env = environment({ NODE_ENV: "production", BINNACLE_DATA_DIR: dataDirectory, PORT: "0" });
const program = (file, args = []) =>
  spawn(node, [path.join(root, "dist", file), ...args], { cwd: root, env });
const ended = (child) => new Promise((resolve) => child.once("exit", resolve));

await ended(program("cli.js", ["seed", "--users", "2000"]));
const server = program("main.js");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const [, url, token] = await ready(server);
  const cookies = await setUp(url, token);
  await makeHistory(url, cookies);
  mkdirSync(path.join(root, "docs", "screenshots"), { recursive: true });
  for (const shot of SHOTS) await take(url, cookies, shot);
} finally {
  await browser.close();
  server.kill("SIGTERM");
  await ended(server);
  rmSync(dataDirectory, { recursive: true, force: true });
}

function ready(child) {
  let output = "";
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error(output)));
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const found = /ready at (\S+)[\s\S]*set-up\?token=(\S+)/.exec(output);
      if (found) resolve(found);
    });
  });
}

async function call(url, procedure, { json, cookie = "" }) {
  const response = await fetch(`${url}/api/trpc/${procedure}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-binnacle-csrf": "1", cookie },
    body: JSON.stringify({ json }),
  });
  if (!response.ok) throw new Error(`${procedure}: ${await response.text()}`);
  return response;
}

async function setUp(url, token) {
  const response = await call(url, "auth.setUp", { json: { token, ...OWNER } });
  return response.headers.getSetCookie().map((cookie) => {
    const [name, value] = cookie.split(";")[0].split("=");
    return { name, value, url };
  });
}

async function makeHistory(url, cookies) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const people = ["Ida Nwosu", "Jonas Weber", "Sakura Tanaka"];
  const made = [];
  for (const name of people) {
    const email = `${name.split(" ")[0].toLowerCase()}@example.com`;
    const response = await call(url, "users.invite", {
      cookie,
      json: { email, name, roles: ["support"] },
    });
    made.push((await response.json()).result.data.json);
  }
  const [first, second] = made;
  const edit = { userId: first.id, name: first.name, roles: ["admin"], version: first.version };
  await call(url, "users.update", { cookie, json: edit });
  await call(url, "users.suspend", { cookie, json: { userId: second.id, reason: "On leave" } });
  await call(url, "users.reinstate", { cookie, json: { userId: second.id } });
}

async function take(url, cookies, { name, path: address, isDark = false, isPhone = false }) {
  const viewport = isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 };
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: isPhone ? 2 : 1.5,
    colorScheme: isDark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(url + address);
  await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
  await page.screenshot({ path: path.join(root, "docs", "screenshots", `${name}.png`) });
  await context.close();
}
