import {closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync} from 'node:fs'

/** Where the bytes of an output go. */
export interface Target {
  /** Waits while the reader is slower. */
  write(bytes: Uint8Array): void | Promise<void>
  /** When it returns, what was written outlives the process. */
  sync(): void
  close(): void
}

/** A file, from `start` on: what stands behind is cut off. Throws when it is shorter. */
export function fileTarget(file: string, start: number): Target {
  const descriptor = openSync(file, start === 0 ? 'w' : 'r+')
  if (fstatSync(descriptor).size < start) throw new Error(`${file} is shorter than when it was written`)
  if (start > 0) ftruncateSync(descriptor, start)
  let position = start
  return {
    write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const written = writeSync(descriptor, bytes, at, bytes.length - at, position)
        at += written
        position += written
      }
    },
    sync: () => fsyncSync(descriptor),
    close: () => closeSync(descriptor),
  }
}
