import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Both halves of the space for new objects. */
const YOUNG_BYTES = 32 * 1024 * 1024
const LOOK_AGAIN_MS = 50

/**
 * Keeps memory near what is in use. Left alone, V8 lets the old space triple before it looks what of it is still needed, and
 * the space for new objects grow to 128 MB on a machine with much memory: importing a hospital's book then takes 200 MB more
 * than it needs, and no less time. (The size of the young space can only be given on Node's command line, which is not ours
 * when we run in the launcher's process; how fast it grows can be set at any time.)
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=40')
  keepYoungSpaceSmall()
}

function keepYoungSpaceSmall(): void {
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
  if (young && young.space_size >= YOUNG_BYTES) setFlagsFromString('--semi-space-growth-factor=1')
  else setTimeout(keepYoungSpaceSmall, LOOK_AGAIN_MS).unref()
}
