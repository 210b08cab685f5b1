import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { userAvatars } from "#db/schema/avatars.ts";
import { users } from "#db/schema/users.ts";
import { auditOf } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { EXAMPLE_IMAGE } from "./catalog.ts";
import { SetOwnAvatarInput } from "./schema.ts";
import {
  getAvatar,
  getOwnAvatarTag,
  removeAvatar,
  removeOwnAvatar,
  setAvatar,
  setOwnAvatar,
} from "./service.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString("base64");

function picture(width = 640, height = 480) {
  const background = { r: 10, g: 101, b: 114 };
  return sharp({ create: { width, height, channels: 3, background } });
}

test.each(["png", "jpeg", "webp"] as const)(
  "a picture as %s is kept as a square WebP without what else the file tells",
  async (format) => {
    const user = await world.createUser();
    const ctx = world.as(user);
    const exif = { IFD0: { Copyright: "Ada's secret place" } };
    const upload = await picture().withExif(exif).toFormat(format).toBuffer();
    expect(upload.toString("latin1")).toContain("Ada's secret place");
    const { tag } = await setOwnAvatar(ctx, { image: base64(upload) });
    expect(await getOwnAvatarTag(ctx)).toEqual({ tag });
    const kept = await getAvatar(ctx, { userId: user.id });
    expect(kept.tag).toBe(tag);
    const bytes = Buffer.from(kept.image, "base64");
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: "webp",
      width: 256,
      height: 256,
    });
    expect(bytes.toString("latin1")).not.toContain("secret place");
  },
);

test("a photograph that lies on its side is set upright", async () => {
  const user = await world.createUser();
  const stripe = { input: await picture(20, 40).negate().png().toBuffer(), left: 0, top: 0 };
  const sideways = await picture(40, 40)
    .composite([stripe])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  await setOwnAvatar(world.as(user), { image: base64(sideways) });
  const { image } = await getAvatar(world.as(user), { userId: user.id });
  const pixels = await sharp(Buffer.from(image, "base64")).raw().toBuffer();
  const brightness = (x: number, y: number) => pixels[(y * 256 + x) * 3] ?? 0;
  expect(brightness(200, 20)).toBeGreaterThan(150);
  expect(brightness(20, 200)).toBeLessThan(100);
});

test.each<[string, () => Promise<Buffer | string>, string]>([
  ["text", async () => "GIF89a or nothing", "not_an_image"],
  [
    "an SVG",
    async () => '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "not_an_image",
  ],
  ["a GIF", () => picture(9, 9).gif().toBuffer(), "not_an_image"],
  ["half a JPEG", async () => (await picture().jpeg().toBuffer()).subarray(0, 600), "unreadable"],
  ["half a PNG", async () => (await noise()).subarray(0, 9_000), "unreadable"],
  ["a signature alone", async () => Buffer.from("89504e470d0a1a0a", "hex"), "unreadable"],
  ["10,000 × 10,000 pixels", () => picture(10_000, 10_000).png().toBuffer(), "too_many_pixels"],
])("%s is refused with a sentence, and nothing is kept", async (_, make, code) => {
  const user = await world.createUser();
  const bytes = await make();
  expect(bytes.length).toBeLessThan(2_000_000);
  await expect(setOwnAvatar(world.as(user), { image: base64(bytes) })).rejects.toMatchObject({
    code: "VALIDATION",
    fields: [{ path: "image", code }],
  });
  expect(await getOwnAvatarTag(world.as(user))).toEqual({ tag: null });
});

function noise() {
  const create = { width: 100, height: 100, channels: 3 as const, background: "#000" };
  const gaussian = { type: "gaussian" as const, mean: 128, sigma: 60 };
  return sharp({ create: { ...create, noise: gaussian } })
    .png()
    .toBuffer();
}

test("what is no base64 or more than 2 MB does not reach the picture's reader", () => {
  const png = "iVBORw0KGgo";
  for (const image of [
    "",
    "a",
    "äöüß",
    "AAA=A===",
    "AAAA",
    `${png}A=AA`,
    png.padEnd(2_800_000, "A"),
  ])
    expect(SetOwnAvatarInput.safeParse({ image }).success, image.slice(0, 9)).toBe(false);
  expect(SetOwnAvatarInput.safeParse({ image: png.padEnd(2_796_204, "A") }).success).toBe(true);
});

test("a picture is changed and removed with an entry each, without bytes, and no edit meets a conflict", async () => {
  const admin = world.as(await world.createUser({ roles: ["admin"] }));
  const user = await world.createUser();
  const first = await setAvatar(admin, { userId: user.id, image: EXAMPLE_IMAGE });
  await setAvatar(admin, { userId: user.id, image: EXAMPLE_IMAGE });
  const image = base64(await picture().negate().png().toBuffer());
  const second = await setAvatar(admin, { userId: user.id, image });
  expect(await removeAvatar(admin, { userId: user.id })).toEqual({ tag: null });
  expect(await removeAvatar(admin, { userId: user.id })).toEqual({ tag: null });
  const entries = (await auditOf(world, "user.avatar-changed")).filter(
    ({ subjectId }) => subjectId === user.id,
  );
  expect(entries.map(({ changes }) => changes)).toEqual([
    { avatarTag: { before: second.tag, after: null } },
    { avatarTag: { before: first.tag, after: second.tag } },
    { avatarTag: { before: null, after: first.tag } },
  ]);
  const rows = await world.services.db.select().from(users);
  expect(rows.find(({ id }) => id === user.id)).toMatchObject({ version: 1, avatarTag: null });
  const left = await world.services.db.select({ userId: userAvatars.userId }).from(userAvatars);
  expect(left.map(({ userId }) => userId)).not.toContain(user.id);
  await expect(getAvatar(admin, { userId: user.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("nobody sees or changes the picture of somebody out of their reach", async () => {
  const key = await makeRole(world, [
    grant("users.read", { department: "same" }),
    grant("users.update", { department: "same" }),
    grant("account.manage"),
  ]);
  const lead = await world.asHolder(await world.createUser({ roles: [key], department: "Sales" }));
  const stranger = await world.createUser({ department: "Legal" });
  const { userId } = { userId: stranger.id };
  await setOwnAvatar(world.as(stranger), { image: EXAMPLE_IMAGE });
  const missing = { code: "NOT_FOUND" };
  await expect(getAvatar(lead, { userId })).rejects.toMatchObject(missing);
  await expect(setAvatar(lead, { userId, image: EXAMPLE_IMAGE })).rejects.toMatchObject(missing);
  await expect(removeAvatar(lead, { userId })).rejects.toMatchObject(missing);
  const owner = await world.createUser({ roles: ["owner"] });
  const admin = world.as(await world.createUser({ roles: ["admin"] }));
  const forbidden = { code: "FORBIDDEN" };
  await expect(setAvatar(admin, { userId: owner.id, image: EXAMPLE_IMAGE })).rejects.toMatchObject(
    forbidden,
  );
  await expect(removeAvatar(admin, { userId: owner.id })).rejects.toMatchObject(forbidden);
  await setOwnAvatar(world.as(owner), { image: EXAMPLE_IMAGE });
  expect(await removeOwnAvatar(world.as(owner))).toEqual({ tag: null });
});

test("while big pictures are made small, the event loop goes on", async () => {
  const ctx = world.as(await world.createUser());
  const image = base64(await picture(6_000, 6_000).jpeg().toBuffer());
  let longest = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await Promise.all([1, 2, 3].map(() => setOwnAvatar(ctx, { image })));
  clearInterval(ticking);
  expect(longest).toBeLessThan(150);
});
