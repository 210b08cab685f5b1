const QUIET_AFTER_MS = 60_000;
const INPUTS = ["pointerdown", "keydown", "wheel", "touchstart", "focus", "visibilitychange"];

/** To open a page is to do something. */
let lastInputAt = Date.now();

/** Notes when somebody does something in this tab; answers the way to stop. */
export function noteInputs(): () => void {
  const noting = new AbortController();
  const options = { capture: true, passive: true, signal: noting.signal };
  const note = () => {
    lastInputAt = Date.now();
  };
  for (const input of INPUTS) window.addEventListener(input, note, options);
  return () => noting.abort();
}

/** Says of calls that the page makes them by itself: one that nobody is at keeps no session alive. */
export function quietHeaders(): Record<string, string> {
  return Date.now() - lastInputAt > QUIET_AFTER_MS ? { "x-binnacle-quiet": "1" } : {};
}
