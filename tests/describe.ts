import type {Fact} from '../src/page'

/** A fact in the one-line form of phrase books and findings: `money 524000000000 VND over`. */
export function describeFact(fact: Fact): string {
  const {exact, exactMin, exactMax, iso, currency, unit, approx, kind} = fact as Fact &
    Record<string, string | undefined>
  const dated = kind === 'duration' || kind === 'date' || kind === 'period'
  const value = dated ? iso : (exact ?? `${exactMin ?? ''}..${exactMax ?? ''}`)
  return [kind, value, dated ? undefined : (currency ?? unit), approx].filter((part) => part !== undefined).join(' ')
}
