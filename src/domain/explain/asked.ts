/** What is asked for an explanation of: a figure of the plan, or a charge. */
import type { Quarter } from '../period.ts'
import type { ChargeQuestion } from './charge-derivation.ts'
import type { Question } from './plan-derivation.ts'

export type Asked =
  | { readonly figure: 'plan'; readonly called: PlanFigure; readonly question: Question }
  | { readonly figure: 'charge'; readonly called: 'charge'; readonly quarter: Quarter; readonly question: ChargeQuestion }

/** A staff share is explained by the staff costs that it is a share of. */
export type PlanFigure = Question['measure'] | 'staff-share'
