/**
 * Loads a page for whom one is from now on; to be awaited by the change that has made one that. It is
 * never done, so that nothing is read anew meanwhile under a name that this page does not show.
 */
export function leaveFor(address: string): Promise<never> {
  window.location.assign(address);
  return new Promise(() => undefined);
}
