import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

interface Received {
  from: string;
  to: string[];
  /** Headers and body as they came. */
  source: string;
}

/** A real SMTP server that keeps what it is given, or answers the next mails with these codes. */
export async function startSmtpPeer() {
  const received: Received[] = [];
  let codes: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, session, callback) {
      let source = "";
      stream.on("data", (chunk: Buffer) => {
        source += chunk.toString("utf8");
      });
      stream.on("end", () => {
        const responseCode = codes.shift();
        if (responseCode) {
          callback(Object.assign(new Error(`Scripted ${responseCode}`), { responseCode }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : "";
        received.push({ from, to: rcptTo.map(({ address }) => address), source });
        callback();
      });
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    received,
    refuse(...next: number[]): void {
      codes = next;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
