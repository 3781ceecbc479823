const imageEndings = ['jpg', 'jpeg', 'png', 'gif', 'webp', 'svg', 'bmp', 'avif', 'heic', 'tif', 'tiff', 'jfif']
const longestName = 160

/** Whether the whole line is the name of an image file: `qn2.jpg`, `IMG 2034 copy.webp`. */
export function isImageName(text: string, start: number, end: number): boolean {
  if (end - start > longestName || end - start < 5) return false
  for (let dot = end - 4; dot >= end - 5 && dot > start; dot--) {
    if (text.charCodeAt(dot) !== 46) continue
    if (!imageEndings.includes(text.slice(dot + 1, end).toLowerCase())) return false
    return spacesIn(text, start, dot) <= 6
  }
  return false
}

function spacesIn(text: string, start: number, end: number): number {
  let spaces = 0
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === 32) spaces++
  return spaces
}
