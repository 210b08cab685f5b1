import type { WebSocket } from "ws";

const PULSE_MS = 10_000;
/** A connection that nobody subscribes over is closed after so many. */
const MAX_IDLE = 3;
const MAX_MESSAGES = 100;
/** RFC 6455, section 7.4.1. */
const CLOSE = { normal: 1000, policyViolation: 1008 } as const;

interface Pulse {
  isInUse: () => boolean;
  pulseMs: number | undefined;
}

/**
 * Pings a client (RFC 6455, section 5.5.2) and cuts off one that does not answer before the next;
 * closes on one that is not in use, or that says more than any client has to.
 */
export function keepPulse(socket: WebSocket, { isInUse, pulseMs = PULSE_MS }: Pulse): void {
  let isAlive = true;
  let idle = 0;
  let messages = 0;
  const pulse = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    messages = 0;
    idle = isInUse() ? 0 : idle + 1;
    if (idle >= MAX_IDLE) socket.close(CLOSE.normal, "Not in use");
    else socket.ping();
  }, pulseMs);
  socket.on("pong", () => {
    isAlive = true;
  });
  socket.on("message", () => {
    messages += 1;
    if (messages > MAX_MESSAGES) socket.close(CLOSE.policyViolation, "Too many messages");
  });
  socket.on("close", () => clearInterval(pulse));
}
