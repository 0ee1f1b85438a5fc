/** Changes where the links of a finished page lead. */

/** Text and attributes of our pages hold no raw `<` or `>`. */
const links = /<a\b[^>]*?\shref="([^"]*)"[^>]*(?=>)/g

/** @param leads what is to stand in place of a link without its last `>`, by that and where it leads. */
export function withLinks(html: string, leads: (link: string, href: string) => string): string {
  return html.replace(links, (link: string, href: string) => leads(link, href))
}
