export interface Frame {
  event: string;
  id: string | undefined;
  data: string;
}

/** Server-sent events as our server writes them: lines end with LF, and data is one line. */
export async function* readFrames(body: ReadableStream<BufferSource>): AsyncGenerator<Frame> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop() ?? "";
    yield* blocks.map(toFrame);
  }
}

function toFrame(block: string): Frame {
  const fields = new Map<string, string>();
  for (const line of block.split("\n")) {
    const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) fields.set(name, value);
  }
  return {
    event: fields.get("event") ?? "message",
    id: fields.get("id"),
    data: fields.get("data") ?? "",
  };
}
