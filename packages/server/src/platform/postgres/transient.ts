/**
 * Classes and codes of errors that say nothing about the statement: the same one can succeed the next time. Connections (08),
 * resources (53), shutdown and start of the server (57P), two transactions in each other's way, and one that stood still too long.
 */
const TRANSIENT = /^(08|53|57P|40001$|40P01$|55P03$|25P03$)/

/** Errors of the network, and of pg when its connection breaks under a query or none can be had. */
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_)/
const BROKEN =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|the database system is )/

/** Whether a failure is the moment's and not the work's: it is tried again and counted against nobody. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, message, cause, syscall } = error as NodeJS.ErrnoException
  if (syscall === 'connect') return true // whatever stands in the way, a socket that is not there yet too
  if (typeof code === 'string' && (TRANSIENT.test(code) || NETWORK.test(code))) return true
  return BROKEN.test(message) || (cause !== undefined && isTransient(cause))
}
