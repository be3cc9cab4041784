import type { SimulatorOptions } from './options.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** For running the simulator alone; every value has a default, so that `node main.ts` just starts. */
export function optionsFromEnvironment(env: Environment): SimulatorOptions {
  const truthFile = env['SIMULATOR_TRUTH_FILE']
  const stateFile = env['SIMULATOR_STATE_FILE']
  return {
    port: Number(env['SIMULATOR_PORT'] ?? 8090),
    seed: env['SIMULATOR_SEED'] ?? 1,
    clock: env['SIMULATOR_CLOCK'] === 'virtual' ? 'virtual' : 'real',
    ...(env['WHATSAPP_ACCESS_TOKEN'] ? { accessToken: env['WHATSAPP_ACCESS_TOKEN'] } : {}),
    webhook: {
      url: env['SIMULATOR_WEBHOOK_URL'] ?? 'http://127.0.0.1:8080/webhooks/whatsapp',
      appSecret: env['WHATSAPP_APP_SECRET'] ?? 'simulated-app-secret',
      verifyToken: env['WHATSAPP_VERIFY_TOKEN'] ?? 'simulated-verify-token',
    },
    numbers: [
      {
        phoneNumberId: env['WHATSAPP_PHONE_NUMBER_ID'] ?? '100000000000001',
        wabaId: env['WHATSAPP_BUSINESS_ACCOUNT_ID'] ?? '200000000000001',
        displayPhoneNumber: env['SIMULATOR_DISPLAY_NUMBER'] ?? '+55 11 4000 0001',
      },
    ],
    ...(truthFile ? { truthFile } : {}),
    ...(stateFile ? { stateFile } : {}),
  }
}
