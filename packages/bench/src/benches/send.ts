import { join } from 'node:path'
import { DAY, shift } from '@recado/domain/shared/instant'
import { makeBook } from '../data/book.ts'
import { rounded, type Figure, type Settings } from '../figure.ts'
import { runLoad } from '../load/run-load.ts'
import { cpuEach, until, type Clinic } from '../program/clinic.ts'
import { startScript } from '../program/child.ts'
import { freePort } from '../program/ports.ts'

const REMINDERS = 15_000

/**
 * Reminders that fall due in one moment, each to another phone: from the first attempt until the last of the three
 * statuses of the last message is stored. Beside it, the bare loop with the same phones and the same database server.
 */
export async function sendReminders(clinic: Clinic, { seed, scale }: Settings, measured: boolean): Promise<Figure[]> {
  const { installation, operator, now } = clinic
  const reminders = Math.round(REMINDERS * scale)
  const book = makeBook({ visits: reminders, patients: reminders, from: shift(now, 3 * DAY), days: 1, seed })
  await installation.post('/api/v1/imports?source=bench&country=BR&zone=America/Sao_Paulo', book, 'text/csv')
  await operator.query('vacuum analyze')
  const before = clinic.cpu()
  const messages = await fallDue(clinic, reminders)
  const seconds = await untilRead(clinic, messages)
  const cpuMsEach = cpuEach(before, clinic.cpu(), messages)
  if (!measured) return []
  const baseline = messages / (await bareSeconds(clinic, messages))
  const value = messages / seconds
  return [
    {
      name: 'send.rate',
      value: rounded(value),
      unit: 'messages/s',
      baseline: rounded(baseline),
      ratio: rounded(value / baseline),
      seed,
      details: { messages, statusesPerSecond: rounded(3 * value), seconds: rounded(seconds), cpuMsEach },
    },
  ]
}

/** As if the settling time of the visits were over and their first reminder due. */
async function fallDue({ operator }: Clinic, reminders: number): Promise<number> {
  await operator.query(`update appointment set settled_at = settled_at - interval '1 day'`)
  const due = await operator.query(
    `update outbound_message set due_at = business_now() where step = 'confirm' and state = 'planned' returning id`,
  )
  if (due.length < reminders * 0.99) throw new Error(`of ${reminders} reminders only ${due.length} were planned`)
  return due.length
}

/** Seconds of machine time between the first attempt and the last status. */
async function untilRead({ operator }: Clinic, messages: number): Promise<number> {
  const begun = async () =>
    (
      await operator.query<{ at: number }>(
        'select extract(epoch from min(committed_at)) * 1000 as at from send_attempt',
      )
    )[0]?.at
  await until(async () => {
    const [row] = await operator.query<{ waiting: boolean }>(`select count(*) < ${messages} or count(*) filter (where read_at is null) > 0 as waiting from send_attempt`)
    return row?.waiting === false
  }, 180_000, 100) // prettier-ignore
  const [last] = await operator.query<{ now: number }>('select extract(epoch from clock_timestamp()) * 1000 as now')
  return (Number(last?.now) - Number(await begun())) / 1_000
}

const TEMPLATE = {
  name: 'bare_reminder',
  language: 'pt_BR',
  category: 'UTILITY',
  parameter_format: 'NAMED',
  components: [{
    type: 'BODY',
    text: 'Olá {{name}}, esperamos você amanhã às {{time}}. Até lá.',
    example: { body_text_named_params: [{ param_name: 'name', example: 'Ana' }, { param_name: 'time', example: '09:00' }] },
  }],
} // prettier-ignore

/** How long the bare loop takes for as many messages, with phones of its own. */
async function bareSeconds({ operator, now }: Clinic, messages: number): Promise<number> {
  const [phonesPort, webPort] = [await freePort(), await freePort()]
  const phones = await startScript(join(import.meta.dirname, '../program/phones-process.ts'), [
    String(phonesPort),
    String(webPort),
    new Date(now).toISOString(),
  ])
  try {
    const url = phones.firstLine.text
    const headers = { authorization: 'Bearer simulated-access-token', 'content-type': 'application/json' }
    const answer = await fetch(`${url}/v25.0/200000000000001/message_templates`, {
      method: 'POST',
      headers,
      body: JSON.stringify(TEMPLATE),
    })
    if (!answer.ok) throw new Error(`the template of the bare loop was refused: ${await answer.text()}`)
    const bare = join(import.meta.dirname, '../baselines/bare-sender.ts')
    const { seconds, read } = await runLoad<{ seconds: number; read: number }>(bare, [
      await operator.makeDatabase('bare_sender'),
      url,
      String(webPort),
      String(messages),
    ])
    if (read < messages) throw new Error(`the bare loop lost ${messages - read} messages`)
    return seconds
  } finally {
    await phones.stop()
  }
}
