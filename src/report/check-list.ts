/** Every check that there is, and the question that it asks. */
import { checks } from '../domain/checks/registry.ts'
import { type Report, type Table, text } from './table.ts'
import { units } from './unit.ts'

export const checkList = (): Table => ({
  kind: 'table', title: 'Checks', unit: units.pence, notes: [], columns: ['check', 'severity', 'asks'].map(title => ({ title, kind: 'label' })),
  rows: checks.map(({ name, severity, asks }) => ({ kind: 'item', cells: [name, severity, asks].map(text) })),
})

export const checkListReport = (): Report => ({
  title: 'What "farthing check" asks of a model', parts: [checkList()], conclusion: ['An error fails the check; a warning only under --strict.'],
})

export const checkListJson = (): object => ({ report: 'checks', checks: checks.map(({ name, severity, asks }) => ({ check: name, severity, asks })) })
