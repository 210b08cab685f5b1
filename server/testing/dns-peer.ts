import { Resolver } from "node:dns/promises";
import dns2 from "dns2";
import { freePort } from "#server/platform/postgres/embedded.ts";

/** A record is one text, in strings of at most 255 bytes (RFC 1035, section 3.3.14). */
const LONGEST_STRING = /.{1,255}/gs;

/** A real name server for these texts, and a resolver that asks it alone. Names at `silent` get no answer. */
export async function startDnsPeer(texts: Record<string, string[]>, silent: string[] = []) {
  const asked: string[] = [];
  const server = dns2.createServer({
    ...{ udp: true, tcp: true },
    handle(request, send) {
      const name = request.questions[0]?.name.toLowerCase() ?? "";
      asked.push(name);
      if (silent.includes(name)) return;
      const response = dns2.Packet.createResponseFromRequest(request);
      for (const text of texts[name] ?? []) {
        const data = text.match(LONGEST_STRING) ?? [""];
        const type = dns2.Packet.TYPE.TXT;
        response.answers.push({ name, type, class: dns2.Packet.CLASS.IN, ttl: 1, data } as never);
      }
      void send(response);
    },
  });
  // What does not fit a datagram is asked for again over TCP, at the same port.
  const port = await freePort();
  const address = "127.0.0.1";
  await server.listen({ udp: { port, address }, tcp: { port, address } });
  const resolver = new Resolver({ timeout: 1_500, tries: 1 });
  resolver.setServers([`${address}:${port}`]);
  return { resolver, asked, close: () => server.close() };
}
