/** The methods, in the order in which reports show them. */
import { agreed } from './agreed.ts'
import { equal } from './equal.ts'
import type { Method } from './method.ts'
import { perUser } from './per-user.ts'
import { proportional } from './proportional.ts'

const registry = [agreed, proportional, perUser, equal] as const

export type MethodName = (typeof registry)[number]['name']

export type NamedMethod = Method & { readonly name: MethodName }

export const methods: readonly NamedMethod[] = registry

export const methodNames: readonly MethodName[] = registry.map(({ name }) => name)

export const methodNamed = (name: string): NamedMethod | undefined => methods.find(method => method.name === name)
