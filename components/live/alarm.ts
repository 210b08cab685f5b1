/** Rings when it was set, and neither set again nor cleared, for a while. */
export function createAlarm(ring: () => void, delayMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = () => clearTimeout(timer);
  function set() {
    clear();
    timer = setTimeout(ring, delayMs);
  }
  return { set, clear };
}
