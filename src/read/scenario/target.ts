/** What a change of a scenario is about: the keys that narrow it, `all` or none of them for everything. */
import { fault } from '../../domain/diagnostic.ts'
import { firstQuarter, lastQuarter, type Period } from '../../domain/period.ts'
import { ruleNamed, ruleNames } from '../../domain/rules/registry.ts'
import type { Span, Target } from '../../domain/scenario/target.ts'
import { fieldsOf, textOf, told } from '../fields.ts'
import { readPeriod } from '../scalar.ts'
import type { Cell } from '../source.ts'
import type { Tell } from '../tell.ts'
import { withoutBlanks } from '../without-blanks.ts'
import type { Branch } from '../yaml.ts'

const spanKeys = ['year', 'quarter', 'from', 'to']

/** The fields of a target; `all` has none. */
export const targetFields = (branch: Branch, name: string, keys: readonly string[], tell: Tell): Map<string, Branch> | undefined =>
  branch.kind === 'text' && branch.text === 'all' ? new Map() : fieldsOf(branch, name, [...keys, ...spanKeys], tell)

export function readTarget(branch: Branch, name: string, keys: readonly string[], tell: Tell): Target | undefined {
  const fields = targetFields(branch, name, keys, tell)
  if (fields === undefined) return undefined
  const text = (key: string): string | undefined => (fields.has(key) ? textOf(fields.get(key), key, tell)?.text : undefined)
  const rule = fields.has('rule') ? textOf(fields.get('rule'), 'rule', tell) : undefined
  const known = rule && ruleNamed(rule.text)
  if (rule && known === undefined) tell(fault('unknown-rule', rule.at, { rule: rule.text, known: ruleNames }))
  return withoutBlanks({
    line: text('line'), category: text('category'), rule: known?.name, partner: text('partner'), system: text('system'), tag: text('tag'), span: readSpan(fields, tell),
  })
}

/** `year` and `quarter` name one or a list; `from` and `to` a stretch that may be open at either end. */
export function readSpan(fields: ReadonlyMap<string, Branch>, tell: Tell): Span | undefined {
  const named = ['year', 'quarter'].flatMap(key => cellsOf(fields.get(key), key, tell)).flatMap(cell => told(cell, readPeriod, tell) ?? [])
  const end = (key: string): Period | undefined => (fields.has(key) ? told(textOf(fields.get(key), key, tell), readPeriod, tell) : undefined)
  const [from, to] = [end('from'), end('to')]
  const open = from || to ? [{ first: from ? firstQuarter(from) : earliest, last: to ? lastQuarter(to) : latest }] : []
  const span = [...named.map(period => ({ first: firstQuarter(period), last: lastQuarter(period) })), ...open]
  return span.length > 0 ? span : undefined
}

const earliest = 0 as ReturnType<typeof firstQuarter>
const latest = 10_000 as ReturnType<typeof lastQuarter>

/** One text, or a list of them. */
function cellsOf(branch: Branch | undefined, key: string, tell: Tell): Cell[] {
  if (branch === undefined) return []
  const branches = branch.kind === 'list' ? branch.items : [branch]
  return branches.flatMap(each => textOf(each, key, tell) ?? [])
}
