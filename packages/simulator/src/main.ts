export type { NumberOptions, Simulator, SimulatorOptions, Tier, WebhookOptions } from './options.ts'
