import { startSimulator } from '@recado/simulator/main'

// Meta and the phones as a process of its own: as fast as it can, reads every message, and keeps no file.
const [port = '0', webPort = '0', now = '', batchMax = '100'] = process.argv.slice(2)
const simulator = await startSimulator({
  port: Number(port),
  accessToken: 'simulated-access-token',
  webhook: {
    url: `http://127.0.0.1:${webPort}/webhooks/whatsapp`,
    appSecret: 'simulated-app-secret',
    verifyToken: 'simulated-verify-token',
    batchMax: Number(batchMax),
  },
  numbers: [
    {
      phoneNumberId: '100000000000001',
      wabaId: '200000000000001',
      displayPhoneNumber: '+55 11 4000 0001',
      throughput: 'unlimited',
      pairLimit: false,
      tier: 'TIER_UNLIMITED',
    },
  ],
  statusDelay: { readMs: 0 },
  templateReviewMs: 0,
  now,
})
process.stdout.write(`${simulator.url}\n`)
process.once('SIGTERM', () => void simulator.stop().then(() => process.exit(0)))
