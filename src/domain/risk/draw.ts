/**
 * What the changes of scenarios come out as, run by run: every range takes a value by chance. Ranges of one name come out
 * together, by the same chance: pay at its ninth tenth in one change is at its ninth tenth in the other.
 */
import type { Outcome } from '../diagnostic.ts'
import type { Change, Correlation } from '../scenario/change.ts'
import { fixed } from '../scenario/range.ts'
import { mixingOf } from './correlation.ts'
import { chanceBelow, deviations } from './normal.ts'
import type { Random } from './random.ts'
import { places, type Sampler, samplerOf } from './sample.ts'
import { cameTo, canVary, type Variable, varyingOf } from './varying.ts'

export interface Drawer {
  /** How many ranges there are. */
  readonly ranges: number
  /** The changes of the next run, nothing in them varying. */
  readonly next: () => readonly Change[]
}

interface Varies {
  readonly place: number
  readonly change: Variable
  readonly sampler: Sampler
  /** Of what comes out together with it, by the place of its first range. */
  readonly chance: number
}

export function drawer(changes: readonly Change[], correlations: readonly Correlation[], random: Random): Outcome<Drawer> {
  const chances: (string | undefined)[] = []
  const varies = changes.flatMap((change, place): Varies[] => {
    const range = canVary(change) ? varyingOf(change).range : undefined
    if (!canVary(change) || range === undefined) return []
    const known = range.name === undefined ? -1 : chances.indexOf(range.name)
    return [{ place, change, sampler: samplerOf(range), chance: known < 0 ? chances.push(range.name) - 1 : known }]
  })
  const { value: mixing, diagnostics } = mixingOf(correlations, chances.filter(name => name !== undefined))
  if (mixing === undefined) return { diagnostics }

  const tied = mixing.names.map(name => chances.indexOf(name))
  const drawn = chances.map(() => 0)
  const next = (): readonly Change[] => {
    for (const place of drawn.keys()) drawn[place] = random()
    tie(drawn, tied, mixing.rows)
    const run = [...changes]
    for (const { place, change, sampler, chance } of varies) run[place] = cameTo(change, fixed(sampler(drawn[chance]!)))
    return run
  }
  return { value: { ranges: varies.length, next }, diagnostics }
}

/** The places of ranges that are correlated, moved through their deviates. */
function tie(drawn: number[], tied: readonly number[], mixing: readonly (readonly number[])[]): void {
  const own = tied.map(chance => deviations((drawn[chance]! + 0.5) / places))
  for (const [row, chance] of tied.entries()) {
    const deviation = mixing[row]!.reduce((sum, part, place) => sum + part * own[place]!, 0)
    drawn[chance] = Math.min(Math.floor(chanceBelow(deviation) * places), places - 1)
  }
}
