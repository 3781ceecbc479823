/** How often each branch of the instrumented code was taken, by its number; wraps at 256. Cleared before each run. */
export const hits = new Uint8Array(2 ** 14)
