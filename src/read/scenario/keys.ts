/** The keys of a scenario file, all of them; schema/scenario.schema.json lists the same for editors. */

/** Of the file. */
export const scenarioKeys = ['name', 'description', 'based-on', 'changes', 'correlations'] as const

/** Of how two ranges go together. */
export const correlationKeys = ['between', 'of'] as const

/** What becomes of a figure. */
export const adjustments = ['set', 'add', 'scale'] as const

/** The kinds of change, in the order in which they are told apart, each with the other keys that it may have: a partner that joins has users and a baseline too. */
export const changeKeys = {
  join: ['users', 'expected-users', 'drivers', 'baseline'],
  leave: ['costs', 'own-lines'],
  amounts: adjustments,
  baseline: adjustments,
  users: adjustments,
  'expected-users': adjustments,
  drivers: adjustments,
  rate: adjustments,
  move: ['to', 'from'],
  delay: ['by'],
  line: [],
  start: ['category'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What narrows a change to some quarters. */
export const spanKeys = ['year', 'quarter', 'from', 'to'] as const

/** What narrows a change to lines of the budget, and to lines of the baseline. */
export const lineKeys = ['line', 'category', 'rule', 'partner', 'system', 'tag'] as const
export const baselineKeys = ['line', 'category', 'partner'] as const

export const systemKeys = ['system', 'partner'] as const
export const driverKeys = ['driver', 'partner'] as const
/** A rate is of whole years. */
export const rateKeys = ['index', 'year', 'from', 'to'] as const

export const moveToKeys = ['rule', 'driver', 'partner'] as const
export const newLineKeys = ['line', 'description', 'category', 'rule', 'driver', 'partner', 'index', 'profile', 'tags', 'amounts'] as const
export const joinKeys = ['partner', 'name', 'quarter'] as const
export const joinBaselineKeys = ['amount', 'index'] as const
export const leaveKeys = ['partner', 'after'] as const
export const costsKeys = ['leaver'] as const

/** How a figure may vary. */
export const rangeKeys = ['low', 'likely', 'high', 'mean', 'deviation', 'values', 'name'] as const
