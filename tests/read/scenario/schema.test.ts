/** The JSON Schema of scenarios, for editors: it says the same of a file as the reader does. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ruleNames } from '../../../src/domain/rules/registry.ts'
import * as keys from '../../../src/read/scenario/keys.ts'
import { conforms, type Schema } from '../../json-schema.ts'

const fixtures = join(import.meta.dirname, '../../../fixtures')
const schema = JSON.parse(readFileSync(join(fixtures, '../schema/scenario.schema.json'), 'utf8')) as Schema
const definitions = schema['$defs'] as Readonly<Record<string, Schema>>

/** As an editor reads a file: numbers as numbers. */
const readAs = (file: string): unknown => parse(readFileSync(join(fixtures, file), 'utf8'), { logLevel: 'silent' })

/** The keys of an object, through its alternatives. */
const keysOf = (of: Schema): string[] =>
  Object.keys((of['properties'] as object | undefined) ?? (of['anyOf'] as readonly Schema[] | undefined)?.find(each => each['properties'])?.['properties'] ?? {}).sort()

const property = (of: Schema, ...path: readonly string[]): Schema => path.reduce((now, key) => {
  const within = now['properties'] ? now : (now['anyOf'] as readonly Schema[]).find(each => each['properties'])!
  return (within['properties'] as Readonly<Record<string, Schema>>)[key]!
}, of)

const change = (kind: string, ...path: readonly string[]): string[] => keysOf(property(definitions[kind]!, ...path))
const sorted = (...of: readonly (readonly string[])[]): string[] => of.flat().sort()

describe('its keys are the reader\'s', () => {
  test('of a file, and of each kind of change', () => {
    expect(keysOf(schema)).toEqual(sorted(keys.scenarioKeys))
    const kinds = ((schema['properties'] as Readonly<Record<string, Schema>>)['changes']!['items'] as Schema)['anyOf'] as readonly Schema[]
    expect(kinds.map(({ $ref }) => $ref)).toEqual(Object.keys(keys.changeKeys).map(kind => `#/$defs/${kind}`))
    for (const [kind, besides] of Object.entries(keys.changeKeys)) expect(keysOf(definitions[kind]!)).toEqual(sorted([kind], besides))
  })

  test('of what narrows a change, and of the parts of one', () => {
    for (const kind of ['amounts', 'delay']) expect(change(kind, kind)).toEqual(sorted(keys.lineKeys, keys.spanKeys))
    expect(change('move', 'move')).toEqual(sorted(keys.lineKeys))
    expect(change('move', 'to')).toEqual(sorted(keys.moveToKeys))
    expect(change('baseline', 'baseline')).toEqual(sorted(keys.baselineKeys, keys.spanKeys))
    for (const kind of ['users', 'expected-users']) expect(change(kind, kind)).toEqual(sorted(keys.systemKeys, keys.spanKeys))
    expect(change('drivers', 'drivers')).toEqual(sorted(keys.driverKeys, keys.spanKeys))
    expect(change('rate', 'rate')).toEqual(sorted(keys.rateKeys))
    expect(change('line', 'line')).toEqual(sorted(keys.newLineKeys))
    expect(change('join', 'join')).toEqual(sorted(keys.joinKeys))
    expect(keysOf(property(definitions['join']!, 'baseline')['additionalProperties'] as Schema)).toEqual(sorted(keys.joinBaselineKeys))
    expect(change('leave', 'leave')).toEqual(sorted(keys.leaveKeys))
    expect(change('leave', 'costs')).toEqual(sorted(keys.costsKeys))
    expect(keysOf(definitions['correlation']!)).toEqual(sorted(keys.correlationKeys))
    for (const [name, of] of Object.entries(definitions).filter(([each]) => each.startsWith('varying'))) expect([name, keysOf(of)]).toEqual([name, sorted(keys.rangeKeys)])
    expect(definitions['rule']).toEqual({ enum: ruleNames })
  })

  test('and each says what it is', () => {
    const silent: string[] = []
    const visit = (of: unknown, path: string): void => {
      if (typeof of !== 'object' || of === null) return
      for (const [key, each] of Object.entries(of)) {
        if (key === 'properties') for (const [name, { title, description }] of Object.entries(each as Readonly<Record<string, Schema>>)) if (!title || !description) silent.push(`${path} ${name}`)
        visit(each, `${path} ${key}`)
      }
    }
    visit(schema, '')
    expect(silent).toEqual([])
  })
})

const scenarios = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter(file => /\/scenarios\/[^/]+\.yaml$/.test(file) && !file.endsWith('/model.yaml')).sort()

const correlationsMisshapen = ['faults/ranges/scenarios/no-list.yaml', 'faults/ranges/scenarios/shapes.yaml']

test.each(scenarios)('%s conforms, unless it is there to be refused', file => {
  expect(conforms(readAs(file), schema)).toBe(!correlationsMisshapen.includes(file))
})

/** Files that the reader refuses for their shape, whatever the model; the others in faults are about names and periods. */
const misshapen = ['bad-change', 'bad-change-list', 'bad-figures-scenario', 'bad-range-shape', 'missing-key-scenario', 'unknown-key-scenario', 'broken-yaml-amount'] as const
const wellShaped = [
  'already-partner', 'count-below-nil', 'duplicate-row-scenario', 'host-leaves', 'leaves-when-out', 'no-such-line', 'nothing-to-start-from',
  'scenario-fails', 'touches-nothing', 'touches-nothing-later', 'unknown-category-scenario', 'unknown-partner-scenario', 'unknown-tag',
] as const

test.each(misshapen)('%s does not', name => {
  expect(conforms(readAs(`faults/${name}/what-if.yaml`), schema)).toBe(false)
})

test.each(wellShaped)('%s does: what is wrong with it only the model tells', name => {
  expect(conforms(readAs(`faults/${name}/what-if.yaml`), schema)).toBe(true)
})

describe('every change alone of the files that are misshapen', () => {
  const changes = ['bad-change', 'bad-figures-scenario', 'unknown-key-scenario', 'missing-key-scenario']
    .flatMap(name => (readAs(`faults/${name}/what-if.yaml`) as { changes: unknown[] }).changes.map(each => [JSON.stringify(each), each] as const))
  // What these want is known only from the model, or from both ends together.
  const soundInShape = ['"staff"}}', '"from":"2027/28"']
  test.each(changes)('%s is refused by the schema as it is by the reader', (text, each) => {
    expect(conforms({ name: 'What if', changes: [each] }, schema)).toBe(soundInShape.some(of => text.includes(of)))
  })
})
