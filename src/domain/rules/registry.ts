/** The rules, in the order in which reports show them. */
import { legacy } from './legacy.ts'
import { pooled } from './pooled.ts'
import { project } from './project.ts'
import type { Rule } from './rule.ts'
import { shared } from './shared.ts'
import { staff } from './staff.ts'

const registry = [staff, project, shared, legacy, pooled] as const

export type RuleName = (typeof registry)[number]['name']

export const ruleNames: readonly RuleName[] = registry.map(({ name }) => name)

export const ruleNamed = (name: string): (Rule & { readonly name: RuleName }) | undefined =>
  registry.find(rule => rule.name === name)
