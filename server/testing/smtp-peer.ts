import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

interface Received {
  from: string;
  to: string[];
  /** Headers and body as they came. */
  source: string;
  isEncrypted: boolean;
  /** Who has signed in. */
  user: string | undefined;
}

interface PeerOptions {
  /** Offers STARTTLS, with a certificate that nobody has signed. */
  hasTls?: boolean;
  /** Wants this password, whoever signs in. */
  password?: string;
}

/** A real SMTP server that keeps what it is given, or fails at the next mails as it is told. */
export async function startSmtpPeer({ hasTls = false, password }: PeerOptions = {}) {
  const received: Received[] = [];
  const sockets = new Map<number | undefined, Socket>();
  let codes: number[] = [];
  let unanswered = 0;
  let connections = 0;
  let accepted = password;
  const server = new SMTPServer({
    authOptional: password === undefined,
    disabledCommands: hasTls ? [] : ["STARTTLS"],
    logger: false,
    onConnect(_, callback) {
      connections++;
      callback();
    },
    onAuth({ username, password: given }, _, callback) {
      if (given === accepted) callback(null, { user: username });
      else callback(Object.assign(new Error("Scripted 535"), { responseCode: 535 }));
    },
    onData(stream, session, callback) {
      void text(stream).then((source) => {
        const responseCode = codes.shift();
        if (responseCode) {
          return callback(Object.assign(new Error(`Scripted ${responseCode}`), { responseCode }));
        }
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : "";
        const to = rcptTo.map(({ address }) => address);
        received.push({ from, to, source, isEncrypted: session.secure, user: session.user });
        if (unanswered === 0) return callback();
        unanswered--;
        sockets.get(session.remotePort)?.destroy();
      });
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  listening.on("connection", (socket) => sockets.set(socket.remotePort, socket));
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    connections: () => connections,
    refuse(...next: number[]): void {
      codes = next;
    },
    /** Takes so many of the next mails, and drops the connection instead of saying so. */
    takeAndDrop(count: number): void {
      unanswered = count;
    },
    changePassword(next: string): void {
      accepted = next;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** A server that answers with these lines, one for each that it is sent, and then falls silent. */
export async function startSilentPeer(lines: string[] = []) {
  const server: Server = createServer((socket) => {
    const left = [...lines];
    const answer = () => {
      const line = left.shift();
      if (line !== undefined) socket.write(`${line}\r\n`);
    };
    socket.on("error", () => undefined);
    socket.on("data", answer);
    answer();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  };
}
