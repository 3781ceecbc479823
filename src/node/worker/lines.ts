/** A line of input without its line feed; of one that is too long only the head. */
export interface Line {
  bytes: Uint8Array
  whole: boolean
}

const lineFeed = 0x0a

/** Splits bytes at line feeds as they come. Of a line over `maxBytes` the first `headBytes` are kept, the rest is passed over. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  {maxBytes, headBytes}: {maxBytes: number; headBytes: number},
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  const take = (part: Uint8Array): void => {
    parts.push(part)
    length += part.length
    if (length > maxBytes) parts = [concat(parts).slice(0, headBytes)]
  }
  const line = (): Line => {
    const found = {bytes: concat(parts), whole: length <= maxBytes}
    parts = []
    length = 0
    return found
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      take(chunk.subarray(start, end))
      start = end + 1
      yield line()
    }
    if (start < chunk.length) take(chunk.subarray(start))
  }
  if (length > 0) yield line()
}

/** The parts as one array with memory of its own. */
function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
