/** How much of an official name is enough to know a page by: the longest has over 1,500 letters. */
const enough = 120

/** The beginning of what must stand on a page, cut between words. */
export function beginning(title: string, most = enough): string {
  if (title.length <= most) return title
  const cut = title.lastIndexOf(' ', most)
  return `${title.slice(0, cut > 0 ? cut : most).replace(/[\s,;:.]+$/, '')} …`
}
