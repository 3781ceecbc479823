/** CPU time of a call in microseconds, all threads of the process included: others on the machine do not count. */
export function cpuTime(call) {
  const before = process.cpuUsage()
  call()
  const {user, system} = process.cpuUsage(before)
  return user + system
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1]
}

/** Microseconds that a sample takes at least, so that the clock's own steps do not show. */
const leastSample = 3000

/**
 * Median CPU time in microseconds of each candidate, by name. All take turns round after round, so that they share what
 * the machine does; a slow one sits out when it has used up its share of `budget` seconds, after three rounds at least. Half as long is spent before, so that the code is warm.
 */
export function compare(candidates, {rounds = 25, budget = 2} = {}) {
  const states = Object.entries(candidates).map(([name, call]) => ({name, call, times: [], spent: 0, repeat: 1}))
  for (const state of states) {
    for (let warm = 0; warm < 600 && state.spent < (budget / 2) * 1e6; warm++) state.spent += cpuTime(state.call)
    const once = cpuTime(state.call)
    state.repeat = Math.max(1, Math.ceil(leastSample / Math.max(1, once)))
    state.spent = 0
  }
  for (let round = 0; round < rounds; round++)
    for (const state of states) {
      if (round >= 3 && state.spent > budget * 1e6) continue
      const time = cpuTime(() => {
        for (let i = 0; i < state.repeat; i++) state.call()
      })
      state.spent += time
      state.times.push(time / state.repeat)
    }
  return Object.fromEntries(states.map(({name, times}) => [name, median(times)]))
}

/** Calls `use` with one text after the other, round and round. */
export function inTurn(texts, use) {
  let turn = 0
  return () => use(texts[turn++ % texts.length])
}

const classes = new Uint8Array(0x10000).map((_, unit) => unit % 7)
export let sink = 0
/** The yardstick: every UTF-16 unit looked at once, in a table. */
export function readUnits(text) {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum += classes[text.charCodeAt(i)]
  sink += sum
}
