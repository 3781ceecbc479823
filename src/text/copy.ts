/** Units that one call takes as arguments. */
const piece = 4096

/** A stretch of a text as a string of its own: a long `slice` would keep the whole text in memory for as long as it is kept. */
export function copyOf(text: string, start: number, end: number): string {
  let copy = ''
  for (let from = start; from < end; from += piece) {
    const units: number[] = []
    for (let i = from; i < Math.min(end, from + piece); i++) units.push(text.charCodeAt(i))
    copy += String.fromCharCode(...units)
  }
  return copy
}
