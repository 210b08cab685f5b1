/**
 * What the browser calls the page.
 *
 * An element of the page itself, so that it comes and goes with it: a title in
 * Next's metadata is streamed apart, and gone while another page comes.
 */
export function PageTitle({ children }: { children: string }) {
  return <title>{`${children} · Binnacle`}</title>;
}
