/** The filters above the table of facts, and the bars of the charts that set them. */
export function connectFilters(): void {
  const form = document.querySelector<HTMLFormElement>('#filters')
  const table = document.querySelector<HTMLTableElement>('#table')
  if (form === null || table === null) return
  form.hidden = false
  const apply = (): void => filter(form, [...table.tBodies[0]!.rows])
  form.addEventListener('input', apply)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', () => setTimeout(apply))
  for (const bar of document.querySelectorAll<HTMLAnchorElement>('a[data-filter]'))
    bar.addEventListener('click', () => {
      form.reset()
      const field = form.elements.namedItem(bar.dataset.filter!) as HTMLSelectElement
      field.value = bar.dataset.value!
      apply()
    })
  // A browser that goes back in history keeps what was chosen.
  apply()
}

/** Shows the rows that all filters admit; the facts of the others stand back in the pages too. */
function filter(form: HTMLFormElement, rows: readonly HTMLTableRowElement[]): void {
  const wanted = new FormData(form)
  const [kind, currency, page] = ['kind', 'currency', 'page'].map((name) => String(wanted.get(name) ?? ''))
  const text = String(wanted.get('text')).trim().toLowerCase()
  let count = 0
  for (const row of rows) {
    const shown =
      (kind === '' || row.dataset.kind === kind) &&
      (currency === '' || row.dataset.currency === currency) &&
      (page === '' || row.dataset.page === page) &&
      (text === '' || row.textContent!.toLowerCase().includes(text))
    row.hidden = !shown
    document.getElementById(row.id.replace('fact', 'mark'))?.classList.toggle('faint', !shown)
    if (shown) count++
  }
  form.querySelector('output')!.textContent = `${count} of ${rows.length} facts`
}
