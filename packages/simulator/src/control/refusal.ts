/** A call to `/_sim` that cannot be done, with the reason for whoever called. */
export class ControlError extends Error {
  readonly http: number

  constructor(http: number, why: string) {
    super(why)
    this.http = http
  }
}
