/** `drivers:` of `model.yaml`: blends of other drivers, portions that make a whole; one that leads back to itself is refused. */
import { fault } from '../domain/diagnostic.ts'
import type { BlendPart } from '../domain/model.ts'
import { decimal, equal, multiply, one, type Ratio, ratio, total } from '../domain/ratio.ts'
import { readDriver } from './driver.ts'
import { fieldsOf, textOf, told } from './fields.ts'
import type { Names } from './names.ts'
import { readPercent } from './scalar.ts'
import type { Cell } from './source.ts'
import type { Tell } from './tell.ts'
import type { Branch } from './yaml.ts'

/** A blend as it is written: its drivers are not resolved yet. */
export interface WrittenBlend {
  readonly name: Cell
  readonly parts: readonly { readonly driver: Cell; readonly portion: Ratio }[]
}

export function readBlends(branch: Branch | undefined, tell: Tell): WrittenBlend[] {
  if (branch === undefined || fieldsOf(branch, 'drivers', undefined, tell) === undefined || branch.kind !== 'map') return []
  return branch.entries.map(({ key, value }) => readBlend(key, value, tell))
}

function readBlend(name: Cell, branch: Branch, tell: Tell): WrittenBlend {
  if (fieldsOf(branch, name.text, undefined, tell) === undefined || branch.kind !== 'map') return { name, parts: [] }
  const portions = branch.entries.map(({ key, value }) => ({ driver: key, portion: told(textOf(value, key.text, tell), readPercent, tell) }))
  const parts = portions.filter((part): part is { driver: Cell; portion: Ratio } => part.portion !== undefined)
  const whole = total(parts.map(({ portion }) => portion))
  if (parts.length === portions.length && (!equal(whole, one) || parts.some(({ portion }) => portion.numerator <= 0n))) {
    tell(fault('portions-not-whole', name.at, { blend: name.text, percent: trimmed(decimal(multiply(whole, ratio(100n)), 4)) }))
  }
  return { name, parts }
}

const trimmed = (text: string): string => text.replace(/\.?0+$/, '')

/** The blends with their drivers resolved against the names of the model. */
export function resolveBlends(written: readonly WrittenBlend[], names: Names, tell: Tell): Map<string, BlendPart[]> {
  const blends = new Map<string, BlendPart[]>()
  for (const { name, parts } of written) {
    if (name.text === 'baseline' || name.text.includes(':')) tell(fault('reserved-name', name.at, { name: name.text }))
    blends.set(name.text, parts.flatMap(({ driver: cell, portion }) => {
      const driver = readDriver(cell, names, undefined, tell)
      return driver ? [{ driver, portion }] : []
    }))
  }
  const told = new Set<string>()
  for (const { name } of written) {
    const through = told.has(name.text) ? undefined : wayBack(name.text, blends)
    if (through) tell(fault('circular-blend', name.at, { blend: name.text, through }))
    for (const passed of through ?? []) told.add(passed)
  }
  return blends
}

/** The blends passed on a way from one back to itself, if there is such a way. */
function wayBack(name: string, blends: ReadonlyMap<string, readonly BlendPart[]>): string[] | undefined {
  const follow = (from: string, passed: readonly string[]): string[] | undefined => {
    for (const { driver } of blends.get(from) ?? []) {
      if (driver.kind !== 'blend') continue
      if (driver.name === name) return [...passed, name]
      if (passed.includes(driver.name)) continue
      const found = follow(driver.name, [...passed, driver.name])
      if (found) return found
    }
    return undefined
  }
  return follow(name, [name])
}
