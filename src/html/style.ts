/** What a `style` attribute says about how an element is shown; 0 and `undefined` where it says nothing. */
export interface Style {
  hidden: boolean
  /** `visibility`: children can turn it back. */
  visible: boolean | undefined
  /** `block` also for what floats or stands out of the flow. */
  display: 'block' | 'inline' | 'inline-block' | undefined
  preformatted: boolean | undefined
}

const blockLike = /^(?:block|flex|grid|list-item|table|flow-root|-webkit-box|-webkit-flex)$/
const inlineBlockLike = /^inline-(?:block|flex|grid|table)$/
/** Properties that matter; others are common, so a look at the text comes first. */
const relevant = /display|visib|white|float|posit/i

/** Reads the declarations of a `style` attribute; `undefined` when none of them matters here. */
export function readStyle(text: string): Style | undefined {
  if (!relevant.test(text)) return undefined
  const style: Style = {hidden: false, visible: undefined, display: undefined, preformatted: undefined}
  let outOfFlow = false
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const property = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration
      .slice(colon + 1)
      .replace('!important', '')
      .trim()
      .toLowerCase()
    if (property === 'display') readDisplay(style, value)
    else if (property === 'visibility') style.visible = value === 'visible' || value === 'initial'
    else if (property === 'white-space') style.preformatted = value.startsWith('pre') || value === 'break-spaces'
    else if (property === 'float') outOfFlow ||= value === 'left' || value === 'right'
    else if (property === 'position') outOfFlow ||= value === 'absolute' || value === 'fixed'
  }
  if (outOfFlow) style.display = 'block'
  return style
}

function readDisplay(style: Style, value: string): void {
  style.hidden = value === 'none'
  if (value === 'inline') style.display = 'inline'
  else if (blockLike.test(value)) style.display = 'block'
  else if (inlineBlockLike.test(value)) style.display = 'inline-block'
}
