import { expect, test } from "vitest";
import { type Frame, readFrames } from "./frames.ts";

const WRITTEN =
  'retry: 1000\nevent: connected\ndata: {}\n\nid: 7\ndata: {"json":"é: ok"}\n\nevent: ping\ndata: \n\nid: 8\n';

function cut(text: string, size: number): ReadableStream<BufferSource> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size)
        controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
}

test.each([1, 2, 7, 1_000])(
  "frames are read from chunks of %i bytes, whole ones only",
  async (size) => {
    const frames: Frame[] = [];
    for await (const frame of readFrames(cut(WRITTEN, size))) frames.push(frame);
    expect(frames).toEqual([
      { event: "connected", id: undefined, data: "{}" },
      { event: "message", id: "7", data: '{"json":"é: ok"}' },
      { event: "ping", id: undefined, data: "" },
    ]);
  },
);
