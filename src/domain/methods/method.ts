/**
 * A method says by which driver each line of a budget is borne. The plan is then made as always, so every method shares
 * out the same costs to the penny. A new method is one file like its neighbours, and one row in the registry.
 */
import type { Driver } from '../drivers/driver.ts'
import type { CostLine } from '../model.ts'

export interface Method {
  readonly name: string
  /** Completes "Every line is borne …". */
  readonly borne: string
  /** The driver of a line; none where the method goes by the count of users and there is none. */
  readonly driverOf: (users: Driver | undefined) => ((line: CostLine) => Driver) | undefined
}
