/** What repeats on the pages of one site: hashes of lines with the number of pages they were seen on. Serialisable. */
export interface SiteProfile {
  /** Number of pages it was learnt from. */
  pages: number
  /** Hash of a folded line in base 36, with the number of pages that have it. */
  lines: Record<string, number>
}
