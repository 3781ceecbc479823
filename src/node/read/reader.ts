import {Damage} from './bytes'

const newline = 0x0a

/** Pulls lines and pieces of known length out of a stream of bytes. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer | Damage>
  #buffer: Buffer = Buffer.alloc(0)
  #at = 0
  #failure: unknown

  constructor(source: AsyncIterable<Buffer | Damage>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /**
   * The next line without its end; `undefined` at the end, `null` for one of more than `limit` bytes, which is skipped.
   * Throws a `Damage` once where the data has a gap, and what the source throws.
   */
  async line(limit: number): Promise<Buffer | undefined | null> {
    let scanned = 0
    for (;;) {
      const end = this.#buffer.indexOf(newline, this.#at + scanned)
      if (end >= 0) return end - this.#at > limit ? this.#drop(end + 1) : this.#cut(end, end + 1)
      scanned = this.#waiting
      if (scanned > limit) return this.#skipLine()
      if (!(await this.#pull())) return scanned === 0 ? undefined : this.#cut(this.#buffer.length, this.#buffer.length)
    }
  }

  /** The next `count` bytes; fewer at the end. */
  async take(count: number): Promise<Buffer> {
    while (this.#waiting < count && (await this.#pull()));
    const end = Math.min(this.#buffer.length, this.#at + count)
    return this.#cut(end, end)
  }

  /** Leaves out `count` bytes. Gives how many there were. */
  async skip(count: number): Promise<number> {
    let left = count
    while (left > this.#waiting) {
      left -= this.#waiting
      this.#at = this.#buffer.length
      if (!(await this.#pull())) return count - left
    }
    this.#at += left
    return count
  }

  async close(): Promise<void> {
    await this.#source.return?.()
  }

  get #waiting(): number {
    return this.#buffer.length - this.#at
  }

  #cut(end: number, next: number): Buffer {
    const bytes = this.#buffer.subarray(this.#at, end)
    this.#at = next
    return bytes
  }

  #drop(next: number): null {
    this.#at = next
    return null
  }

  async #skipLine(): Promise<null> {
    for (;;) {
      const end = this.#buffer.indexOf(newline, this.#at)
      if (end >= 0) return this.#drop(end + 1)
      this.#at = this.#buffer.length
      if (!(await this.#pull())) return null
    }
  }

  /** Reads on until twice as much is there as before, so that a long record is copied few times. False at the end. */
  async #pull(): Promise<boolean> {
    this.#raise()
    const pieces = [this.#buffer.subarray(this.#at)]
    let missing = Math.max(1, this.#waiting)
    while (missing > 0 && this.#failure === undefined) {
      const chunk = await this.#next()
      if (chunk === undefined) break
      pieces.push(chunk)
      missing -= chunk.length
    }
    if (pieces.length === 1) {
      this.#raise()
      return false
    }
    this.#buffer = pieces[0]!.length === 0 && pieces.length === 2 ? pieces[1]! : Buffer.concat(pieces)
    this.#at = 0
    return true
  }

  /** The next chunk; a failure is kept until what was read before it is used up. */
  async #next(): Promise<Buffer | undefined> {
    try {
      const {done, value} = await this.#source.next()
      if (done) return undefined
      if (!(value instanceof Damage)) return value
      this.#failure = value
    } catch (error) {
      this.#failure = error
    }
    return undefined
  }

  /** Throws what cut off the data, and with it the piece that was cut off. */
  #raise(): void {
    if (this.#failure === undefined) return
    const failure = this.#failure
    this.#failure = undefined
    this.#at = this.#buffer.length
    throw failure
  }
}
