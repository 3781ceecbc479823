/** Pixels between a fact and what is said of it. */
const gap = 8

/**
 * What is said of a fact when the pointer or the keyboard comes to it: its row of the table in short. The pointer may go
 * into it, Escape puts it away.
 */
export function connectTips(): void {
  const tip = document.querySelector<HTMLElement>('#tip')
  if (tip === null) return
  let shown: HTMLElement | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined

  const hide = (): void => {
    clearTimeout(waiting)
    shown?.removeAttribute('aria-describedby')
    shown = undefined
    tip.hidden = true
  }
  const show = (mark: HTMLElement): void => {
    hide()
    const row = document.getElementById(mark.id.replace('mark', 'fact'))
    if (row === null) return
    shown = mark
    mark.setAttribute('aria-describedby', tip.id)
    tip.replaceChildren(...partsOf(row))
    tip.hidden = false
    place(tip, mark)
  }
  const leave = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(hide, 150)
  }

  document.addEventListener('pointerover', ({target}) => {
    const mark = markOf(target)
    if (mark !== null) mark === shown ? clearTimeout(waiting) : show(mark)
    else if (target instanceof Node && tip.contains(target)) clearTimeout(waiting)
    else if (shown !== undefined && shown !== document.activeElement) leave()
  })
  document.addEventListener('focusin', ({target}) => {
    const mark = markOf(target)
    mark === null ? hide() : show(mark)
  })
  document.addEventListener('focusout', hide)
  document.addEventListener('keydown', ({key}) => {
    if (key === 'Escape') hide()
  })
  addEventListener('resize', hide)
}

const markOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('a.fact') : null

/** Value, notes, kind, rule and confidence, as the row of the table has them. */
function partsOf(row: HTMLElement): HTMLElement[] {
  const value = document.createElement('div')
  value.className = 'value'
  value.append(...[...row.querySelector('.value')!.childNodes].map((node) => node.cloneNode(true)))
  const list = document.createElement('dl')
  for (const name of ['kind', 'rule', 'confidence']) {
    const term = document.createElement('dt')
    const text = document.createElement('dd')
    term.textContent = name
    text.textContent = row.querySelector(`.${name}:is(td)`)!.textContent
    list.append(term, text)
  }
  return [value, list]
}

/** Below the fact, above it where the window ends, and never beyond its edges. */
function place(tip: HTMLElement, mark: HTMLElement): void {
  const [first] = mark.getClientRects()
  const {width, height} = tip.getBoundingClientRect()
  const window = document.documentElement
  if (first === undefined) return
  const left = Math.max(gap, Math.min(first.left, window.clientWidth - width - gap))
  const below = first.bottom + gap
  const top = below + height > window.clientHeight && first.top > height + gap ? first.top - height - gap : below
  tip.style.left = `${left + scrollX}px`
  tip.style.top = `${top + scrollY}px`
}
