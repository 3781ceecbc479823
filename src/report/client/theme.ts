/** A button between dark and light; until it is used the system decides. */
export function connectTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('#theme')
  if (button === null) return
  const root = document.documentElement
  const isDark = (): boolean =>
    root.dataset.theme === undefined
      ? matchMedia('(prefers-color-scheme: dark)').matches
      : root.dataset.theme === 'dark'
  const label = (): void => {
    button.textContent = isDark() ? 'Light' : 'Dark'
  }
  button.hidden = false
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark'
    label()
  })
  label()
}
