/** Builds the staff's web app when its sources are not those that it was built from. */
export function ensureConsole(root: string, node: string): Promise<void>
